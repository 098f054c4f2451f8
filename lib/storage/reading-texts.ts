import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { browser } from 'wxt/browser';
import { PageContent } from '~/lib/shared/page-content';
import { z } from '~/lib/shared/zod';
import { toStorageError } from './database';

/** Bytes that nobody can read without the key in `storage.session`. */
const Sealed = z.object({ iv: z.instanceof(Uint8Array<ArrayBuffer>), data: z.instanceof(ArrayBuffer) });

interface TextSchema extends DBSchema {
  texts: { key: string; value: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } };
}

const NAME = 'docent-reading';
const SESSION_KEY = 'readingKey';

/** The text that was kept last, which is mostly the one that is read: it need not wait for the disk. */
let latest: { id: string; page: PageContent } | undefined;
const writing = new Map<string, Promise<unknown>>();
let opening: Promise<{ database: IDBPDatabase<TextSchema>; key: CryptoKey }> | undefined;

/**
 * Texts that are being read aloud or wait for it, by the id of their item, so that reading goes on after the browser ended
 * the background. A text may be larger than `storage.session` takes; it lies on the disk, enciphered with a key that is
 * kept in memory only: of a private window, and after the browser has ended, nothing can be read. Nothing here throws:
 * without the text the page is read once more.
 */
export async function keepText(id: string, page: PageContent): Promise<void> {
  latest = { id, page };
  const written = use(async ({ database, key }) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(page)));
    await database.put('texts', { iv, data }, id);
  });
  writing.set(id, written);
  await written;
  writing.delete(id);
}

/** A text that was kept in this session of the browser. */
export async function loadText(id: string): Promise<PageContent | undefined> {
  if (latest?.id === id) return latest.page;
  return use(async ({ database, key }) => {
    const sealed = Sealed.safeParse(await database.get('texts', id)).data;
    if (!sealed) return undefined;
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
    return PageContent.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  });
}

export async function forgetText(id: string): Promise<void> {
  if (latest?.id === id) latest = undefined;
  await writing.get(id);
  await use(({ database }) => database.delete('texts', id));
}

async function use<T>(work: (open: { database: IDBPDatabase<TextSchema>; key: CryptoKey }) => Promise<T>): Promise<T | undefined> {
  try {
    return await work(await (opening ??= open()));
  } catch (thrown) {
    opening = undefined;
    console.warn('A text could not be kept or found.', toStorageError(thrown));
    return undefined;
  }
}

async function open(): Promise<{ database: IDBPDatabase<TextSchema>; key: CryptoKey }> {
  const database = await openDB<TextSchema>(NAME, 1, {
    upgrade: (created) => void created.createObjectStore('texts'),
    terminated: () => (opening = undefined),
  });
  const stored = z.string().safeParse((await browser.storage.session.get(SESSION_KEY))[SESSION_KEY]).data;
  if (stored) return { database, key: await importKey(Uint8Array.from(atob(stored), (char) => char.charCodeAt(0))) };
  // Another session of the browser: what lies there can be read by nobody.
  await database.clear('texts');
  const raw = crypto.getRandomValues(new Uint8Array(32));
  await browser.storage.session.set({ [SESSION_KEY]: btoa(String.fromCharCode(...raw)) });
  return { database, key: await importKey(raw) };
}

function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
