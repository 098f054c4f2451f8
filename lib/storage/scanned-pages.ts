import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';
import { Description, keepDescription } from './descriptions';

/**
 * What models have read of scanned pages, by the content of the file: a page is paid for once, wherever the file lies. It rests beside the
 * descriptions of pictures, and the oldest are forgotten with theirs; of private windows it is in memory only.
 */
const KEY = 'scan:';
const nameOf = (hash: string, page: number | string) => `${KEY}${hash}:${page}`;

/** Texts by page; none where there are none, or none that can be read. */
export async function findScannedPages(hash: string): Promise<Map<number, string>> {
  const prefix = nameOf(hash, '');
  const range = IDBKeyRange.bound([prefix], [`${prefix}:`]);
  const [stored, session] = await Promise.all([
    useDatabase((database) => database.getAll('descriptions', range)).catch((): unknown[] => []),
    browser.storage.session.get(null).catch((): Record<string, unknown> => ({})),
  ]);
  const found = new Map<number, string>();
  for (const each of stored) {
    const { data } = Description.safeParse(each);
    if (data) found.set(Number(data.hash.slice(prefix.length)), data.text);
  }
  for (const [name, value] of Object.entries(session)) {
    const text = name.startsWith(prefix) ? z.string().safeParse(value).data : undefined;
    if (text !== undefined) found.set(Number(name.slice(prefix.length)), text);
  }
  return found;
}

/** Throws `storage-full` or `storage-failed`. */
export async function keepScannedPage(hash: string, page: number, { text, model }: { text: string; model: string }, isPrivate: boolean): Promise<void> {
  const name = nameOf(hash, page);
  if (isPrivate) await browser.storage.session.set({ [name]: text });
  else await keepDescription({ hash: name, language: 'und', text, model, thumbnail: '', madeAt: Date.now() });
}

/** Forgets what is in memory only. */
export async function forgetSessionScans(): Promise<void> {
  const names = Object.keys(await browser.storage.session.get(null)).filter((name) => name.startsWith(KEY));
  if (names.length > 0) await browser.storage.session.remove(names);
}
