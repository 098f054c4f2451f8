/** Formats of picture files that are read, with their media types. */
export const FORMATS = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
} as const;
export type PictureFormat = keyof typeof FORMATS;

/** Characters at the start of a file in which an `<svg>` is looked for: comments and a DTD may stand before it. */
const SVG_START = 4_096;

/**
 * What a file is, by its bytes: media types and file names are often wrong. `undefined` for what is no picture, or
 * none that browsers show (HEIC, TIFF). Signatures as in the WHATWG MIME Sniffing Standard, section 6.1.
 */
export function recognizeFormat(bytes: Uint8Array): PictureFormat | undefined {
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp' && readBrands(bytes).some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  if (starts(0x42, 0x4d)) return 'bmp';
  // An icon or a cursor, with at least one picture in it.
  if (starts(0, 0, 1, 0) || starts(0, 0, 2, 0)) return (bytes[4] ?? 0) + (bytes[5] ?? 0) > 0 ? 'ico' : undefined;
  return isSvg(bytes.subarray(0, SVG_START)) ? 'svg' : undefined;
}

/** Major and compatible brands of an ISO media file (ISO/IEC 14496-12, `ftyp`). */
export function readBrands(bytes: Uint8Array): string[] {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= Math.min(size, bytes.length, 256); at += 4) {
    // The four bytes after the major brand are its version.
    if (at !== 12) brands.push(String.fromCharCode(...bytes.subarray(at, at + 4)));
  }
  return brands;
}

/** Text whose first element is `svg`, in whatever namespace prefix. */
function isSvg(start: Uint8Array): boolean {
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || start[1] === 0 ? 'utf-16le' : start[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(utf16).decode(start).replace(/<!--[\s\S]*?(-->|$)|<\?[\s\S]*?(\?>|$)/g, '');
  return /^\s*(<!DOCTYPE\s+svg\b[^[>]*(\[[\s\S]*?\]\s*)?>\s*)?<([\w.-]+:)?svg[\s/>]/i.test(text);
}
