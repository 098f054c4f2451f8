import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AudioCache, type AudioKey } from '~/lib/storage/audio-cache';
import type { StoredAudio } from '~/lib/storage/audio-database';

const key = (text: string, more: Partial<AudioKey> = {}): AudioKey => ({ baseUrl: 'https://api.example/v1', model: 'm', voice: 'v', speed: 1, text, ...more });
const sound = (size: number, fill = 1): StoredAudio => ({ bytes: new Uint8Array(size).fill(fill), mediaType: 'audio/mpeg', seconds: 2 });

let now = 1_000;
beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(Date, 'now').mockImplementation(() => ++now);
  await new AudioCache().clear();
});

describe('speech of this session', () => {
  it('is found again, also after the background died', async () => {
    await new AudioCache().put(key('One.'), sound(10, 7));
    expect(await new AudioCache().get(key('One.'))).toEqual(sound(10, 7));
  });

  it('belongs to its server, model, voice, pace and text', async () => {
    const cache = new AudioCache();
    await cache.put(key('One.'), sound(10));
    const others = [{ baseUrl: 'https://other.example/v1' }, { model: 'n' }, { voice: 'w' }, { speed: 2 }, { text: 'Two.' }];
    for (const other of others) expect(await cache.get(key('One.', other))).toBeUndefined();
  });

  it('is gone after the browser has restarted', async () => {
    await new AudioCache().put(key('One.'), sound(10));
    await browser.storage.session.clear();
    expect(await new AudioCache().get(key('One.'))).toBeUndefined();
  });

  it('keeps to the limit: the longest unused goes first, also when it was counted by another background', async () => {
    const first = new AudioCache(100);
    await first.put(key('a'), sound(40));
    await first.put(key('b'), sound(40));
    await first.get(key('a'));
    const second = new AudioCache(100);
    await second.put(key('c'), sound(40));
    expect(await second.get(key('b'))).toBeUndefined();
    expect(await second.get(key('a'))).toBeDefined();
    expect(await second.get(key('c'))).toBeDefined();
  });

  it('that replaces itself counts once; more than the limit is not kept', async () => {
    const cache = new AudioCache(100);
    await cache.put(key('a'), sound(40));
    for (let i = 0; i < 5; i++) await cache.put(key('b'), sound(60));
    expect(await cache.get(key('a'))).toBeDefined();
    await cache.put(key('c'), sound(101));
    expect(await cache.get(key('c'))).toBeUndefined();
    expect(await cache.get(key('b'))).toBeDefined();
  });

  it('put from many sides at once is counted right', async () => {
    const cache = new AudioCache(100);
    await Promise.all(Array.from({ length: 20 }, (_, i) => cache.put(key(`text ${i}`), sound(30))));
    const found = await Promise.all(Array.from({ length: 20 }, (_, i) => cache.get(key(`text ${i}`))));
    // Which of them came last is up to the hashing of their names.
    expect(found.filter((audio) => audio !== undefined)).toHaveLength(3);
  });

  it('says nothing of the text in its database', async () => {
    await new AudioCache().put(key('A secret sentence.'), sound(10));
    const open = indexedDB.open('docent-audio');
    const database = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const all = database.transaction(['files', 'entries']).objectStore('entries').getAll();
    const entries = await new Promise<unknown>((resolve) => (all.onsuccess = () => resolve(all.result)));
    database.close();
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });
});

describe('speech of a private window', () => {
  it('is never written to disk', async () => {
    const cache = new AudioCache();
    await cache.put(key('One.'), sound(10), true);
    expect(await cache.get(key('One.'), true)).toEqual(sound(10));
    expect(await cache.get(key('One.'))).toBeUndefined();
    expect(await new AudioCache().get(key('One.'), true)).toBeUndefined();
    cache.clearPrivate();
    expect(await cache.get(key('One.'), true)).toBeUndefined();
  });

  it('keeps to the limit', async () => {
    const cache = new AudioCache(100);
    for (const text of ['a', 'b', 'c']) await cache.put(key(text), sound(40), true);
    expect(await cache.get(key('a'), true)).toBeUndefined();
    expect(await cache.get(key('c'), true)).toBeDefined();
  });
});

it('a database that fails costs the memory of the sound, not the reading', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const cache = new AudioCache();
  await cache.put(key('One.'), sound(10));
  expect(await cache.get(key('One.'))).toBeUndefined();
  expect(warn).toHaveBeenCalled();
});
