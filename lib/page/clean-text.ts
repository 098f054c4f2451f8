import { INVISIBLE } from '~/lib/shared/invisible';

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

/** One line: invisible characters gone, every run of white space one space, none at the ends. */
export function collapse(text: string): string {
  return removeInvisible(text).replace(/\s+/g, ' ').trim();
}

/** Lines of raw text (see `rawText`): white space collapsed within each, empty ones gone. */
export function collapseLines(raw: string, lineBreak: string): string[] {
  return raw.split(lineBreak).map(collapse).filter(Boolean);
}
