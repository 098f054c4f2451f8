import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';

const KEY = 'passedTexts';
/** Texts that are remembered, the newest: a page of 500,000 words has some 8,000. */
const MOST = 10_000;
/** Characters of a digest that are kept: 120 bits. */
const LENGTH = 20;

const Digests = z.array(z.string());

/** One change at a time: each writes all of them. */
let writing: Promise<void> = Promise.resolve();

/**
 * Remembers, as long as the browser runs, that texts have passed a check. Only digests are kept, in memory that ends with
 * the browser. What cannot be kept is checked again.
 * @param scope who checked and what counted: in another scope the same text has not passed
 */
export async function keepPassed(scope: string, texts: readonly string[]): Promise<void> {
  const digests = await digestAll(scope, texts);
  writing = writing.then(async () => {
    const kept = new Set([...(await load()), ...digests]);
    await browser.storage.session.set({ [KEY]: [...kept].slice(-MOST) }).catch(() => undefined);
  });
  await writing;
}

/** Those of the texts that have not passed in this scope, in their order. */
export async function findUnpassed(scope: string, texts: readonly string[]): Promise<string[]> {
  await writing;
  const [kept, digests] = await Promise.all([load(), digestAll(scope, texts)]);
  const known = new Set(kept);
  return texts.filter((_, index) => !known.has(digests[index] ?? ''));
}

async function load(): Promise<string[]> {
  const stored = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  return Digests.safeParse(stored[KEY]).data ?? [];
}

async function digestAll(scope: string, texts: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  return Promise.all(texts.map(async (text) => {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(JSON.stringify([scope, text])));
    return btoa(String.fromCharCode(...new Uint8Array(digest))).slice(0, LENGTH);
  }));
}
