import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createReader } from '~/lib/page/pictures/reader';
import { READER_GLOBAL } from '~/lib/shared/reader-jobs';

/**
 * Injected on demand, and again where nobody knows that it is there already. Leaves one function in its own
 * (isolated) world, where the page cannot call it.
 */
export default defineUnlistedScript(() => {
  if (Object.hasOwn(globalThis, READER_GLOBAL)) return;
  const reader = createReader(document, readFile);
  Object.defineProperty(globalThis, READER_GLOBAL, { value: reader });
});

/**
 * As the page itself may: its own origin, others with CORS, `blob:` and `data:`. What it has loaded already is not loaded
 * again. Throws a `RangeError` for more than `maxBytes`.
 */
async function readFile(address: string, maxBytes: number): Promise<Blob> {
  const response = await fetch(address, { cache: 'force-cache' });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = Number(response.headers.get('content-length'));
  if (!response.ok || length > maxBytes) {
    await response.body?.cancel();
    throw response.ok ? new RangeError('too large') : new Error(`status ${response.status}`);
  }
  length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop ends what is still coming in.
    if (length > maxBytes) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
}
