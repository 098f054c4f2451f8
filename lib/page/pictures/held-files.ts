import type { PagePixels } from '~/lib/shared/reader-jobs';
import { toDataUrl } from './data-url';

/**
 * Bytes that are handed over at once. What goes from the page to the background is written out on the page's main
 * thread: a photograph of 5 MB in one piece makes the page stand still for 25 to 80 ms.
 */
const SLICE = 750_000;
/** Files held at a time, and milliseconds for which: the background may die before it has read them. */
const MOST_HELD = 8;
const HELD_FOR = 60_000;

const held = new Map<string, Blob>();

/** A file as it is handed over: whole when it is small, else held to be read in slices. */
export async function handOver(file: Blob): Promise<PagePixels> {
  // FileReader writes nothing after `data:` for nothing.
  if (file.size <= SLICE) return { kind: 'bytes', dataUrl: file.size === 0 ? 'data:,' : await toDataUrl(file), width: 0, height: 0 };
  const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
  held.set(id, file);
  setTimeout(() => held.delete(id), HELD_FOR);
  const [oldest] = held.keys();
  if (oldest && held.size > MOST_HELD) held.delete(oldest);
  return { kind: 'file', file: id, slices: Math.ceil(file.size / SLICE) };
}

/** A slice of a held file, counted from 0, as a `data:` address; null when the file is no longer held. */
export async function readSlice(id: string, slice: number): Promise<string | null> {
  const file = held.get(id);
  return file ? toDataUrl(file.slice(slice * SLICE, (slice + 1) * SLICE)) : null;
}
