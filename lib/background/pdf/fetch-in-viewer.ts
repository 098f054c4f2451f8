import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { z } from '~/lib/shared/zod';
import { readDataUrl } from '../pictures/read-data-url';
import { MAX_PDF_BYTES } from './read-pdf-file';

/** Bytes that come out of the tab in one message. */
const SLICE = 8_000_000;

/** What comes back from inside the tab, a hostile place. */
const Fetched = z.object({ status: z.number(), size: z.number() });

/**
 * Fetches the file that a tab shows in the browser's viewer from inside the tab: with the reader's cookies, and out of the
 * browser's cache where it is there, so that a link that works only once need not work again. `undefined` where Docent may
 * not enter the tab (Firefox's viewer).
 */
export async function fetchInViewer(tabId: number, signal: AbortSignal): Promise<{ status: number; file: Blob } | undefined> {
  signal.throwIfAborted();
  const stop = () => void runInTab(tabId, letGo, []);
  signal.addEventListener('abort', stop, { once: true });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    const head = Fetched.safeParse(await runInTab(tabId, holdFile, [MAX_PDF_BYTES])).data;
    signal.throwIfAborted();
    if (!head) return undefined;
    if (head.size > MAX_PDF_BYTES) throw new AppError('pdf-too-large');
    for (let at = 0; at < head.size; at += SLICE) {
      const part = await runInTab(tabId, takeSlice, [at, at + SLICE]);
      signal.throwIfAborted();
      if (typeof part !== 'string') throw new AppError('page-navigated');
      parts.push(await readDataUrl(part));
    }
    return { status: head.status, file: new Blob(parts) };
  } finally {
    signal.removeEventListener('abort', stop);
    if (!signal.aborted) await runInTab(tabId, letGo, []);
  }
}

async function runInTab<A extends unknown[]>(tabId: number, func: (...args: A) => unknown, args: A): Promise<unknown> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, func, args }).catch(() => []);
  return injected[0]?.result;
}

/** Where the file waits, and what ends its fetch, in the isolated world of Docent's scripts. */
type Holder = typeof globalThis & { docentPdf?: Blob; docentFetch?: AbortController };

/** Runs in the tab, so it must stand alone; as the next two. Of a file that is too large, which need not say so beforehand, no more is taken than shows it. */
async function holdFile(maxBytes: number): Promise<{ status: number; size: number } | null> {
  const holder = globalThis as Holder;
  const fetching = (holder.docentFetch = new AbortController());
  try {
    const response = await fetch(location.href, { credentials: 'include', cache: 'force-cache', signal: fetching.signal });
    const { status, body } = response;
    const told = Number(response.headers.get('content-length') ?? 0);
    if (told > maxBytes) {
      fetching.abort();
      return { status, size: told };
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      size += piece.value.length;
      if (size > maxBytes) {
        fetching.abort();
        return { status, size };
      }
      pieces.push(piece.value);
    }
    holder.docentPdf = new Blob(pieces);
    return { status, size };
  } catch {
    return null;
  }
}

function takeSlice(from: number, to: number): Promise<string> | null {
  const held = (globalThis as Holder).docentPdf;
  if (!held) return null;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(held.slice(from, to));
  });
}

function letGo(): void {
  const holder = globalThis as Holder;
  holder.docentFetch?.abort();
  delete holder.docentFetch;
  delete holder.docentPdf;
}
