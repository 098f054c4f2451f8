import { MAX_BYTES } from '~/lib/image/header';
import { AppError } from '~/lib/shared/app-error';
import type { PictureRef } from '~/lib/shared/picture';
import { readDataUrl } from './read-data-url';
import { runReader } from './run-reader';

/** Slices under way at a time: while one is written out in the page, another is read here. */
const AT_ONCE = 4;

/** The bytes of a file that the page holds. Throws `image-broken`, `image-too-large`, and `image-gone` when it holds it no longer. */
export async function readSlices(
  tabId: number,
  ref: PictureRef,
  { file, slices }: { file: string; slices: number },
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [next, length] = [0, 0];
  const readOn = async () => {
    while (next < slices) {
      const slice = next++;
      const part = await runReader(tabId, 'slice', { ref, file, slice }, signal);
      if (part === null) throw new AppError('image-gone');
      const bytes = await readDataUrl(part);
      length += bytes.length;
      if (length > MAX_BYTES) throw new AppError('image-too-large');
      parts[slice] = bytes;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  } finally {
    // After a failure the others need not go on.
    next = slices;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
