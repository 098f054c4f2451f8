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

/** U+200C and U+200D shape Persian, Indic scripts and emoji: those are kept between such letters. */
const JOINER = /[\u200C\u200D]/g;
const JOINED_BEFORE = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const CONTROL = /[\0-\x08\x0E-\x1F\x7F-\x9F]/g;
const ANY = /[\0-\x08\x0E-\x1F\x7F-\x9F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF9-\uFFFB\uD82F\uD834\uDB40-\uDB7F]/;

/** Removes invisible characters. White space is left alone. */
export function removeInvisible(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(JOINER, (joiner, at: number, whole: string) => (JOINED_BEFORE.test(whole.slice(Math.max(0, at - 2), at)) ? joiner : ''));
}
