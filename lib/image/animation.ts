import { type PictureFormat, readBrands } from './format';

/** Whether a file holds more than one frame. */
export function isAnimated(bytes: Uint8Array, format: PictureFormat): boolean {
  switch (format) {
    case 'gif':
      return hasTwoFrames(bytes);
    case 'png':
      return hasAnimationChunk(bytes);
    case 'webp':
      // Flags of the extended header (RFC 9649, section 2.7).
      return String.fromCharCode(...bytes.subarray(12, 16)) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
    case 'avif':
      return readBrands(bytes)[0] === 'avis';
    default:
      return false;
  }
}

/** A PNG is animated by a chunk `acTL` before its pixels (PNG specification, third edition). */
function hasAnimationChunk(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Walks the blocks of a GIF (GIF89a specification, appendix A) up to its second picture. */
function hasTwoFrames(bytes: Uint8Array): boolean {
  let at = 13 + tableLength(bytes[10]);
  for (let frames = 0; at < bytes.length; ) {
    const block = bytes[at];
    if (block === EXTENSION) at += 2;
    else if (block === IMAGE) {
      if (++frames === 2) return true;
      at += 11 + tableLength(bytes[at + 9]);
    } else return false;
    // Blocks of data follow, each after its length, up to an empty one.
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    at += 1;
  }
  return false;
}

/** Bytes of the colour table that packed flags announce. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}
