/** What decides how a picture is written. */
export interface Look {
  /** Some of it lets the ground through. */
  transparent: boolean;
  /** Drawn rather than photographed: lines, text, areas of one colour. */
  flat: boolean;
}

/** Share of pixels that are as their neighbour, from which on a picture counts as drawn. Noise keeps photographs far below. */
const FLAT_SHARE = 0.5;
/** Alpha below which a pixel counts as transparent: decoders round. */
const OPAQUE = 250;

/** Looks at the pixels: four bytes each, red, green, blue, alpha. */
export function readLook(pixels: Uint8ClampedArray<ArrayBuffer>): Look {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  let equal = 0;
  let transparent = false;
  for (let at = 1; at < words.length; at++) {
    if (words[at] === words[at - 1]) equal++;
    else if ((pixels[at * 4 + 3] ?? 255) < OPAQUE) transparent = true;
  }
  transparent ||= (pixels[3] ?? 255) < OPAQUE;
  return { transparent, flat: equal >= (words.length - 1) * FLAT_SHARE };
}
