import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DATABASE_NAMES } from '~/lib/storage/home';
import { closeAll, FakeBuckets } from './fake-buckets';
import { answered, openStorage, reopenStorage } from './history-world';

/** `Delete all` removes the files of the history from the disk: what is kept moves into new ones. */

type Storage = Awaited<ReturnType<typeof openStorage>>;

let buckets: FakeBuckets | undefined;

afterEach(() => vi.unstubAllGlobals());

/** Storage with an answer in the history, and something of all that stays. */
async function begin(kind: 'buckets' | 'databases'): Promise<Storage> {
  buckets = kind === 'buckets' ? new FakeBuckets() : undefined;
  vi.stubGlobal('navigator', { ...(buckets ? { storageBuckets: buckets } : {}) });
  const storage = await openStorage();
  await fill(storage);
  return storage;
}

async function fill(storage: Storage): Promise<void> {
  await storage.indexedRuns.putRun(answered('t', 'Where is the zebra?', 'There.'), 0);
  await storage.find();
  await storage.keepVectors('zebra', [new Float32Array(3)]);
  const database = await storage.openDatabase();
  await database.put('secrets', 'sk-1', 'https://a.example');
  await database.put('prompts', [{ name: 'Mine' }], 'all');
  await database.put('models', { baseUrl: 'https://a.example/v1' });
  await database.put('spending', { day: '2026-11-21', usd: 1, tokens: 2, unpriced: 0, estimated: false, open: {} });
  await database.put('descriptions', { hash: 'h', language: 'en', text: 'A lamp.', model: 'm', thumbnail: '', madeAt: 1 });
  await database.put('pictureAddresses', { address: ' https://a.example/lamp.png', hash: 'h', seenAt: 1 });
}

/** Names of all databases on the disk. */
async function listDisk(): Promise<string[]> {
  const names: string[] = (await indexedDB.databases()).map(({ name }) => name ?? '');
  for (const bucket of (await buckets?.keys()) ?? []) {
    const { indexedDB: factory } = (await buckets?.open(bucket)) ?? {};
    for (const { name } of (await factory?.databases()) ?? []) names.push(`${bucket}/${name}`);
  }
  return names.sort();
}

const KEPT = ['secrets', 'prompts', 'models', 'spending', 'descriptions', 'pictureAddresses'] as const;

async function expectKept(storage: Storage): Promise<void> {
  const database = await storage.openDatabase();
  for (const store of KEPT) expect(await database.count(store), store).toBe(1);
  expect(await database.get('secrets', 'https://a.example')).toBe('sk-1');
  expect(await database.get('prompts', 'all')).toEqual([{ name: 'Mine' }]);
}

async function expectEmpty(storage: Storage): Promise<void> {
  const database = await storage.openDatabase();
  for (const store of database.objectStoreNames) if (!(KEPT as readonly string[]).includes(store)) expect(await database.count(store), store).toBe(0);
  expect(await storage.titles('zebra')).toEqual([]);
}

/** Tells of every call of the browser that makes up a move, before it is made: a background may die between any two. */
function watchBrowser(tell: () => void): void {
  const watch = (target: object, names: string[]) => {
    const methods = target as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      const real = methods[name];
      vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...args) {
        tell();
        return real?.apply(this, args);
      });
    }
  };
  watch(FakeBuckets.prototype, ['open', 'keys', 'delete']);
  watch(IDBFactory.prototype, ['open', 'databases', 'deleteDatabase']);
  watch(IDBObjectStore.prototype, ['getAll', 'add', 'put']);
}

describe.each(['buckets', 'databases'] as const)('Delete all, with %s that can be removed', (kind) => {
  it('removes what the history was in and keeps the rest, also for the next background and the next time', async () => {
    const storage = await begin(kind);
    const before = await listDisk();
    await storage.deleteHistory();
    expect((await listDisk()).filter((name) => before.includes(name))).toEqual([]);
    await expectEmpty(storage);
    await expectKept(storage);
    expect(await storage.findVectors('zebra')).toBeUndefined();
    await storage.indexedRuns.putRun(answered('u', 'A lamp?', 'Lit.'), 0);
    const next = await reopenStorage();
    await expectKept(next);
    expect(await next.titles()).toEqual(['A lamp?']);
    await next.deleteHistory();
    await expectEmpty(next);
    await expectKept(next);
    await next.removeFormerHomes();
    await expectKept(next);
    expect((await listDisk()).filter((name) => name.includes('docent'))).toHaveLength(1 + (await countCaches()));
  });

  it('never gives the number of a conversation to another', async () => {
    const storage = await begin(kind);
    const [old] = await storage.find('zebra');
    await storage.deleteHistory();
    await storage.deleteHistory();
    await storage.indexedRuns.putRun(answered('u', 'A lamp?', 'Lit.'), 0);
    expect((await storage.find())[0]?.number).toBeGreaterThan(old?.number ?? Infinity);
  });

  it('leaves all as it was when there is something that cannot be kept', async () => {
    const storage = await begin(kind);
    const before = await storage.dump();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is damaged.', 'UnknownError');
    });
    await expect(storage.deleteHistory()).rejects.toMatchObject({ code: 'storage-failed' });
    put.mockRestore();
    expect(await storage.dump()).toBe(before);
    expect(await (await reopenStorage()).dump()).toBe(before);
    await storage.deleteHistory();
    await expectEmpty(storage);
    await expectKept(storage);
  });

  it('deletes all rows at least when the disk has no room for the rest a second time', async () => {
    const storage = await begin(kind);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await storage.deleteHistory();
    vi.restoreAllMocks();
    await expectEmpty(storage);
    await expectKept(storage);
    expect(await storage.findVectors('zebra')).toBeUndefined();
  });

  it('waits for what is being written, and lets what comes later be written anew', async () => {
    const storage = await begin(kind);
    const before = storage.indexedRuns.putRun(answered('early', 'Before?', 'B.'), 0);
    const key = storage.useDatabase((database) => database.put('secrets', 'sk-2', 'https://b.example'));
    const deleting = storage.deleteHistory();
    const late = storage.indexedRuns.putRun(answered('late', 'After?', 'A.'), 0);
    const lateKey = storage.useDatabase((database) => database.put('secrets', 'sk-3', 'https://c.example'));
    await Promise.all([before, key, deleting, late, lateKey]);
    expect(await storage.titles()).toEqual(['After?']);
    const next = await reopenStorage();
    expect(await next.titles()).toEqual(['After?']);
    expect(await (await next.openDatabase()).getAll('secrets')).toEqual(['sk-1', 'sk-2', 'sk-3']);
  });

  it('two at a time are two, one after the other', async () => {
    const storage = await begin(kind);
    await Promise.all([storage.deleteHistory(), storage.deleteHistory()]);
    await expectEmpty(storage);
    await expectKept(storage);
  });

  it('a background that dies anywhere in between is followed by one that has all, or all that is kept', async () => {
    const outcomes = new Set<string>();
    for (let lived = 0, isDead = true; isDead; lived++) {
      const storage = await begin(kind);
      const whole = await storage.dump();
      let calls = 0;
      isDead = false;
      watchBrowser(() => {
        isDead ||= ++calls > lived;
        if (isDead) throw new Error('dead');
      });
      await storage.deleteHistory().catch(() => undefined);
      vi.restoreAllMocks();
      closeAll(indexedDB);
      buckets?.closeAll();
      const next = await reopenStorage();
      const isWhole = (await next.dump()) === whole;
      outcomes.add(isWhole ? 'whole' : 'deleted');
      if (!isWhole) await expectEmpty(next);
      await expectKept(next);
      await next.removeFormerHomes();
      expect((await listDisk()).filter((name) => /docent(-\d+)?$/.test(name)), `after ${lived} calls`).toHaveLength(1);
      await next.deleteHistory();
      await expectEmpty(next);
      await expectKept(next);
    }
    expect([...outcomes].sort()).toEqual(['deleted', 'whole']);
  });
});

it('in Chromium, a history that an older Docent had outside of all buckets stays in use, and goes with the next Delete all', async () => {
  vi.stubGlobal('navigator', {});
  await fill(await openStorage());
  buckets = new FakeBuckets();
  vi.stubGlobal('navigator', { storageBuckets: buckets });
  const storage = await reopenStorage();
  expect(await storage.titles('zebra')).toEqual(['Where is the zebra?']);
  expect(await buckets.keys()).toEqual([]);
  await storage.deleteHistory();
  await expectEmpty(storage);
  await expectKept(storage);
  expect(await listDisk()).toEqual(['docent-1/docent']);
});

it('a database of a newer Docent is not moved', async () => {
  const storage = await begin('databases');
  (await storage.openDatabase()).close();
  (await openDB('docent', 99)).close();
  const older = await reopenStorage();
  const before = [await older.dump(), await listDisk()];
  await expect(older.deleteHistory()).rejects.toMatchObject({ code: 'storage-newer' });
  expect([await older.dump(), await listDisk()]).toEqual(before);
});

/** Beside the database there are those of caches, once they are used. */
async function countCaches(): Promise<number> {
  const caches: (typeof DATABASE_NAMES)[number][] = ['docent-vectors', 'docent-audio'];
  return (await listDisk()).filter((name) => caches.some((cache) => new RegExp(`${cache}(-\\d+)?$`).test(name))).length;
}
