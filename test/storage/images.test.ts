import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoredImage } from '~/lib/shared/picture';

/** Nothing of the modules survives, only what they have stored. */
async function loadStorage() {
  vi.resetModules();
  return { images: await import('~/lib/storage/images'), database: await import('~/lib/storage/database') };
}

let { images, database } = await loadStorage();

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  ({ images, database } = await loadStorage());
});

let time = 1_000;

/** A picture of that many bytes, put a moment after the one before. */
function makeImage(id: string, size = 3): StoredImage {
  vi.spyOn(Date, 'now').mockReturnValue(++time);
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7 + id.length) % 256);
  return { id, blob: new Blob([bytes], { type: 'image/png' }), mediaType: 'image/png', width: 20, height: 10 };
}

const bytesOf = async (image: StoredImage | undefined) => image && new Uint8Array(await image.blob.arrayBuffer());

describe.each([['kept', false], ['of private windows', true]])('pictures %s', (_name, isPrivate) => {
  it('come back byte for byte, as a picture and as an address', async () => {
    const image = makeImage('a', 100_001);
    await images.putImage(image, isPrivate);
    ({ images, database } = await loadStorage());
    const found = await images.getImage('a');
    expect(found).toMatchObject({ id: 'a', mediaType: 'image/png', width: 20, height: 10 });
    expect(await bytesOf(found)).toEqual(await bytesOf(image));
    const bytes = Buffer.from(await image.blob.arrayBuffer());
    expect(await images.getImageDataUrl('a')).toBe(`data:image/png;base64,${bytes.toString('base64')}`);
  });

  it('that are not there are none', async () => {
    expect(await images.getImage('nothing')).toBeUndefined();
    expect(await images.getImageDataUrl('nothing')).toBeUndefined();
  });
});

describe('pictures on the disk', () => {
  /** Tells the database that a picture in it has so many bytes; it counts them without looking. */
  async function pretendSize(id: string, size: number): Promise<void> {
    const open = await database.openDatabase();
    const stored = await open.get('images', id);
    if (!stored) throw new Error('nothing was stored');
    await open.put('images', { ...stored, size });
  }

  const kept = async () => (await database.openDatabase()).getAllKeys('images');

  it('are forgotten, longest unsent first, beyond 200 MB', async () => {
    for (const id of ['a', 'b', 'c']) {
      await images.putImage(makeImage(id), false);
      await pretendSize(id, 80_000_000);
    }
    expect(await kept()).toEqual(['a', 'b', 'c']);
    // Sent again: now `b` is the oldest.
    await images.putImage(makeImage('a'), false);
    await pretendSize('a', 80_000_000);
    await images.putImage(makeImage('d'), false);
    expect(await kept()).toEqual(['a', 'c', 'd']);
  });

  it('make room when it is full', async () => {
    await images.putImage(makeImage('old'), false);
    await pretendSize('old', 60_000_000);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await images.putImage(makeImage('new'), false);
    expect(await images.getImage('new')).toBeDefined();
    expect(await images.getImage('old')).toBeUndefined();
  });

  it('that are damaged are none', async () => {
    await images.putImage(makeImage('a'), false);
    const open = await database.openDatabase();
    const stored = await open.get('images', 'a');
    if (!stored) throw new Error('nothing was stored');
    await open.put('images', { ...stored, bytes: new ArrayBuffer(1) });
    expect(await images.getImage('a')).toBeUndefined();
  });
});

describe('pictures of private windows', () => {
  it('never touch the disk', async () => {
    await images.putImage(makeImage('secret'), true);
    expect(await (await database.openDatabase()).count('images')).toBe(0);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('are forgotten, longest unsent first, beyond what the session holds', async () => {
    const size = 1_200_000;
    for (const id of ['a', 'b', 'c', 'a', 'd']) await images.putImage(makeImage(id, size), true);
    const found = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => ((await images.getImage(id)) ? id : '')));
    expect(found.join('')).toBe('acd');
  });

  it('go with their conversation, unless another has them, too', async () => {
    const { forgetSessionImages, listSessionImages } = await import('~/lib/storage/session-images');
    for (const id of ['own-1', 'shared-2', 'other-3']) await images.putImage(makeImage(id), true);
    const run = (threadId: string, ...imageIds: string[]) => ({ threadId, pictures: [{ imageIds }] });
    await fakeBrowser.storage.session.set({ 'privateRun:a': run('a', 'own-1', 'shared-2'), 'privateRun:b': run('b', 'shared-2', 'other-3') });
    const ids = await listSessionImages('a');
    expect(ids.sort()).toEqual(['own-1', 'shared-2']);
    await fakeBrowser.storage.session.remove('privateRun:a');
    await forgetSessionImages(ids);
    const left = await Promise.all(['own-1', 'shared-2', 'other-3'].map(async (id) => (await images.getImage(id))?.id));
    expect(left).toEqual([undefined, 'shared-2', 'other-3']);
  });
});

it('a database of version 1 keeps what is in it and takes pictures', async () => {
  const first = await openDB('docent', 1, {
    upgrade(old) {
      const runs = old.createObjectStore('runs', { keyPath: 'id' });
      runs.createIndex('byThread', ['threadId', 'position']);
      runs.createIndex('byState', 'state');
      runs.createIndex('byCreated', 'createdAt');
      old.createObjectStore('chunks', { keyPath: ['runId', 'seq'] });
      old.createObjectStore('requests', { keyPath: 'runId' });
      old.createObjectStore('secrets');
      old.createObjectStore('models', { keyPath: 'baseUrl' });
    },
  });
  await first.put('secrets', 'sk-kept', 'https://api.example');
  await first.put('chunks', { runId: 'r', seq: 0, text: 'kept', reasoning: '' });
  first.close();

  await images.putImage(makeImage('a'), false);
  const second = await database.openDatabase();
  expect(second.version).toBe(7);
  expect(await second.get('secrets', 'https://api.example')).toBe('sk-kept');
  expect(await second.get('chunks', ['r', 0])).toMatchObject({ text: 'kept' });
  expect(await images.getImage('a')).toBeDefined();
  second.close();
  await deleteDB('docent');
});
