import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardLogEntry } from '~/lib/shared/guard';

/** Nothing of the modules survives, only what they have stored. */
async function loadStorage() {
  vi.resetModules();
  return { log: await import('~/lib/storage/guard-log'), database: await import('~/lib/storage/database') };
}

let { log, database } = await loadStorage();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  ({ log, database } = await loadStorage());
});

const make = (n: number, about: Partial<GuardLogEntry> = {}): GuardLogEntry => ({
  id: `e${n}`, at: n, site: 'example.org', checkpoint: 'page', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'warned', ...about,
});

describe('the log of the guard', () => {
  it('comes back newest first, in a later background too', async () => {
    for (const n of [2, 3, 1]) await log.addToGuardLog(make(n));
    ({ log, database } = await loadStorage());
    expect((await log.readGuardLog()).map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
    expect((await log.readGuardLog())[0]).toEqual(make(3));
  });

  it('holds what an entry has and nothing more', async () => {
    await log.addToGuardLog({ ...make(1), text: 'words of a page' } as GuardLogEntry);
    expect(JSON.stringify(await log.readGuardLog())).not.toContain('words of a page');
  });

  it('is bounded: the oldest is forgotten first', async () => {
    const filling = (await database.openDatabase()).transaction('guardLog', 'readwrite');
    for (let n = 1; n <= log.MOST_LOG_ENTRIES; n++) void filling.store.put(make(n));
    await filling.done;
    await log.addToGuardLog(make(log.MOST_LOG_ENTRIES + 1));
    const ids = (await log.readGuardLog()).map(({ id }) => id);
    expect(ids).toHaveLength(log.MOST_LOG_ENTRIES);
    expect(ids).not.toContain('e1');
    expect(ids[0]).toBe(`e${log.MOST_LOG_ENTRIES + 1}`);
  });

  it('leaves out what cannot be read, and is emptied', async () => {
    await log.addToGuardLog(make(1));
    await (await database.openDatabase()).put('guardLog', { id: 'damaged', at: 2 } as GuardLogEntry);
    expect(await log.readGuardLog()).toEqual([make(1)]);
    await log.clearGuardLog();
    expect(await log.readGuardLog()).toEqual([]);
    expect(await (await database.openDatabase()).count('guardLog')).toBe(0);
  });
});

it('a database of version 2 keeps what is in it and takes the log', async () => {
  const old = await openDB('docent', 2, {
    upgrade(opened) {
      opened.createObjectStore('runs', { keyPath: 'id' });
      opened.createObjectStore('secrets');
      opened.createObjectStore('descriptions', { keyPath: ['hash', 'language'] }).createIndex('byAge', 'madeAt');
    },
  });
  await old.put('secrets', 'sk-1', 'https://api.example');
  old.close();
  await log.addToGuardLog(make(1));
  expect(await log.readGuardLog()).toEqual([make(1)]);
  expect(await (await database.openDatabase()).get('secrets', 'https://api.example')).toBe('sk-1');
});
