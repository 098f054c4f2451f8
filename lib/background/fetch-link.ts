import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { z } from '~/lib/shared/zod';

/** Largest linked page that is read. */
const MAX_BYTES = 10_000_000;

export interface FetchedLink {
  /** Where redirects ended. */
  url: string;
  status: number;
  /** As the server sent it, with its charset. */
  contentType: string;
  bytes: Uint8Array;
  tooLarge: boolean;
}

/** Fetches with the extension's own permission, and nobody's cookies. Throws `link-failed`. */
export async function fetchHere(url: string, signal: AbortSignal): Promise<FetchedLink> {
  try {
    const response = await fetch(url, { credentials: 'omit', redirect: 'follow', signal });
    const { bytes, tooLarge } = await readBytes(response);
    const contentType = response.headers.get('content-type') ?? '';
    return { url: response.url || url, status: response.status, contentType, bytes, tooLarge };
  } catch (thrown) {
    signal.throwIfAborted();
    throw new AppError('link-failed', {}, thrown);
  }
}

async function readBytes(response: Response): Promise<{ bytes: Uint8Array; tooLarge: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (response.body) {
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > MAX_BYTES) return { bytes: new Uint8Array(), tooLarge: true };
      chunks.push(chunk);
    }
  }
  return { bytes: new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()), tooLarge: false };
}

/** What comes back from inside the page, a hostile place. */
const FromPage = z.object({
  url: z.string(),
  status: z.number(),
  contentType: z.string(),
  /** `data:` address of the bytes; empty when they are too many. */
  data: z.string(),
});

/** Fetches from inside the tab's page, for a link of the same site. Throws `link-failed`. */
export async function fetchInTab(url: string, tabId: number): Promise<FetchedLink> {
  let result: unknown;
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId },
      func: fetchAsReader,
      args: [url, MAX_BYTES],
    });
    result = injected?.result;
  } catch (thrown) {
    throw new AppError('link-failed', {}, thrown);
  }
  const parsed = FromPage.safeParse(result);
  if (!parsed.success) throw new AppError('link-failed', {}, parsed.error);
  const { data, ...rest } = parsed.data;
  const base64 = data.slice(data.indexOf(',') + 1);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { ...rest, bytes, tooLarge: data === '' };
}

/** Runs in the page, so it must stand alone. */
async function fetchAsReader(url: string, maxBytes: number): Promise<z.infer<typeof FromPage> | null> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    const blob = await response.blob();
    const data = await new Promise<string>((resolve, reject) => {
      if (blob.size > maxBytes) return resolve('');
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(new Error('unreadable'));
      reader.readAsDataURL(blob);
    });
    const contentType = response.headers.get('content-type') ?? '';
    return { url: response.url, status: response.status, contentType, data };
  } catch {
    return null;
  }
}
