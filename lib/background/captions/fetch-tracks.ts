import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';
import type { TabDocument } from '../read-tab';

/** Bytes of a file of captions, and milliseconds for all of them: a page is not kept waiting for more. */
const MAX_BYTES = 2_000_000;
export const FETCH_LIMIT = 3_000;

/** What comes back from inside the page, a hostile place: texts, or null for what could not be had. */
const FromPage = z.array(z.nullable(z.string()));

/**
 * The files at these addresses, in their order, fetched from inside the document as its reader. Nothing goes to another
 * origin, by a redirect neither; what is too large, late, or not there is `null`.
 */
export async function fetchTracks(addresses: readonly string[], { tabId, documentId }: TabDocument): Promise<(string | null)[]> {
  const [injected] = await browser.scripting.executeScript({
    target: documentId ? { tabId, documentIds: [documentId] } : { tabId },
    func: fetchAsReader,
    args: [[...addresses], MAX_BYTES, FETCH_LIMIT],
  });
  const texts = FromPage.safeParse(injected?.result);
  return texts.success ? texts.data : [];
}

/** Runs in the page, so it must stand alone. */
async function fetchAsReader(addresses: string[], maxBytes: number, limit: number): Promise<(string | null)[]> {
  const signal = AbortSignal.timeout(limit);
  const load = async (address: string) => {
    const url = new URL(address);
    if (url.protocol !== 'data:' && url.origin !== location.origin) return null;
    const response = await fetch(address, { mode: 'same-origin', credentials: 'same-origin', redirect: 'error', signal });
    const reader = response.body?.getReader();
    if (!response.ok || !reader) return null;
    // WebVTT is UTF-8 whatever the server says (https://www.w3.org/TR/webvtt1/#file-parsing).
    const decoder = new TextDecoder();
    let text = '';
    let length = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      length += piece.value.length;
      if (length > maxBytes) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(piece.value, { stream: true });
    }
    return text + decoder.decode();
  };
  return Promise.all(addresses.map((address) => load(address).catch(() => null)));
}
