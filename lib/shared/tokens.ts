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
