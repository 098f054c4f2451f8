/**
 * Characters without a glyph of their own that may carry words the reader cannot see: zero-width characters, soft
 * hyphens, bidirectional controls, invisible operators, variation selectors beyond emoji, fillers, Unicode tags.
 * Not U+200C and U+200D: these joiners shape Persian, Indic scripts and emoji.
 */
export const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

/** Unicode tags, which mirror ASCII (U+E0041 is a hidden `A`); not U+E0001 and U+E007F, which spell nothing. */
const TAGS = /[\u{E0020}-\u{E007E}]+/gu;

/** The first half of every Unicode tag in UTF-16. */
export const TAG_SURROGATE = '\uDB40';

/** The words that Unicode tags in `text` spell. Empty when there are none. */
export function readTags(text: string): string {
  const spelled = (text.match(TAGS) ?? []).map((run) => [...run].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000)).join(''));
  return spelled.join(' ').trim();
}
