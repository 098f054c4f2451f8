/**
 * Tokens of a text, estimated without any model's vocabulary (each is megabytes). About four characters a
 * token for Latin script, two for Cyrillic, Greek, Arabic, Hebrew and Indic scripts, one for Han, kana and
 * Hangul; rounded up, so that what "fits" really does. Exact counts come from the server's `usage`.
 */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x250) quarters += 1;
    else if (code < 0x2e80) quarters += 2;
    else quarters += 4;
  }
  return Math.ceil(quarters / 4);
}

/** Tokens of the smallest picture: Google's price for one tile, which OpenAI's lowest comes close to. */
const SMALLEST_IMAGE = 258;
/** Pixels a token, by Anthropic's formula; the most expensive of the common ones for all but small pictures. */
const PIXELS_A_TOKEN = 750;

/**
 * Tokens of a picture, estimated on the safe side: Anthropic counts width x height / 750
 * (https://docs.anthropic.com/en/docs/build-with-claude/vision), Google 258 for each tile of 768 x 768, OpenAI 85 and 170
 * for each tile of 512 x 512 after making it smaller; local models 256 to what Anthropic counts. A picture whose size
 * is not known counts as one of 1,536 x 1,024.
 */
export function estimateImageTokens({ width, height }: { width: number; height: number }): number {
  const pixels = width * height || 1_536 * 1_024;
  return Math.max(SMALLEST_IMAGE, Math.ceil(pixels / PIXELS_A_TOKEN));
}
