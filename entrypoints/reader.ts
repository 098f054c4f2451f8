import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createReader } from '~/lib/page/pictures/reader';
import { type PageClick, READER_GLOBAL } from '~/lib/shared/reader-jobs';

/** As much of the browser as is used here; its polyfill would be larger than the rest of this file. */
declare const chrome: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };

/**
 * Injected on demand, and again where nobody knows that it is there already. Leaves one function in its own
 * (isolated) world, where the page cannot call it.
 */
export default defineUnlistedScript(() => {
  if (Object.hasOwn(globalThis, READER_GLOBAL)) return;
  const reader = createReader(document, readFile, { tell, isThere: () => chrome.runtime?.id !== undefined });
  Object.defineProperty(globalThis, READER_GLOBAL, { value: reader });
});

function tell(click: PageClick): void {
  // No answer is waited for; a Docent that is gone throws at once or rejects.
  try {
    chrome.runtime?.sendMessage(click).catch(() => undefined);
  } catch {
    return;
  }
}

/** Milliseconds a file may take; one without an end is given up. */
const READING_LIMIT = 15_000;

/**
 * As the page itself may: its own origin, others with CORS, `blob:` and `data:`. What it has loaded already is not loaded
 * again. Throws a `RangeError` for more than `maxBytes`.
 */
async function readFile(address: string, maxBytes: number): Promise<Blob> {
  const response = await fetch(address, { cache: 'force-cache', signal: AbortSignal.timeout(READING_LIMIT) });
  if (!response.ok || Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel();
    throw response.ok ? new RangeError('too large') : new Error(`status ${response.status}`);
  }
  // Not piece by piece: in Firefox a content script finds nothing in a response's stream.
  const file = await response.blob();
  if (file.size > maxBytes) throw new RangeError('too large');
  return file;
}
