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
  const head = Fetched.safeParse(await runInTab(tabId, holdFile, [MAX_PDF_BYTES])).data;
  if (!head) return undefined;
  if (head.size > MAX_PDF_BYTES) throw new AppError('pdf-too-large');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (let at = 0; at < head.size; at += SLICE) {
      signal.throwIfAborted();
      const part = await runInTab(tabId, takeSlice, [at, at + SLICE]);
      if (typeof part !== 'string') throw new AppError('page-navigated');
      parts.push(await readDataUrl(part));
    }
  } finally {
    await runInTab(tabId, letGo, []);
  }
  return { status: head.status, file: new Blob(parts) };
}

async function runInTab<A extends unknown[]>(tabId: number, func: (...args: A) => unknown, args: A): Promise<unknown> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, func, args }).catch(() => []);
  return injected[0]?.result;
}

/** Where the file waits, in the isolated world of Docent's scripts. */
type Holder = typeof globalThis & { docentPdf?: Blob };

/** Runs in the tab, so it must stand alone; as the next two. */
async function holdFile(maxBytes: number): Promise<{ status: number; size: number } | null> {
  try {
    const response = await fetch(location.href, { credentials: 'include', cache: 'force-cache' });
    const length = Number(response.headers.get('content-length') ?? 0);
    if (length > maxBytes) return { status: response.status, size: length };
    const blob = await response.blob();
    if (blob.size <= maxBytes) (globalThis as Holder).docentPdf = blob;
    return { status: response.status, size: blob.size };
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
  delete (globalThis as Holder).docentPdf;
}
