/** Milliseconds for which a window can fetch the file. */
const KEPT = 60_000;

/** A `blob:` address of Docent's own origin, under which a window finds the file for a minute. */
export function offerFile(file: Blob): string {
  const url = URL.createObjectURL(file);
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
  return url;
}
