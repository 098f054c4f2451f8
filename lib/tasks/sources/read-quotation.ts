import { readNumber } from '~/lib/shared/source-marks';

/** What a model names for one of its marks. */
export interface Quotation {
  /** As it stands in the answer. */
  mark: number;
  /** Words of the page, as the model gives them, without quotation marks. */
  quote: string;
}

/** One line of the list at the end of an answer. */
interface QuotationLine extends Quotation {
  /** Its quotation begins and does not end: it goes on in the next line. */
  open: boolean;
}

const QUOTES = `"“”„‟«»「」『』‹›＂'‘’‚`;
/** `[1]`, `[^1]`, `【1】`, also within emphasis or after a bullet. */
const BRACKETS = String.raw`(?:\[\^?|【|［)\s?(\p{Nd}{1,3})\s?(?:†[^】\]］\n]{0,40})?[\]】］]`;
const LEAD = String.raw`^\s*(?:[-*•–>]\s+)?(?:\*\*|__|\x60)?`;
const BEHIND = String.raw`(?:\*\*|__|\x60)?\s*[:：.–—=-]?\s*(?:\*\*|__)?`;
const NUMBERED = new RegExp(`${LEAD}(?:${BRACKETS}|(\\p{Nd}{1,3})[.):：]|<(\\p{Nd}{1,3})>)${BEHIND}(.*)$`, 'su');
const BARE = new RegExp(`^\\s*(?:[-*•–>]\\s+)?([${QUOTES}].*)$`, 'su');
/** A line of the list that stands there without the list having been opened: with brackets and a quotation, or as a footnote. */
export const SURE_LINE = new RegExp(`${LEAD}(?:${BRACKETS}${BEHIND}[${QUOTES}]|\\[\\^\\p{Nd}{1,3}\\]: *(?!https?:|www\\.|\\[|<)\\S)`, 'u');
/** The same after a heading of its own, the quotation without marks; no address, of which models make lists, too. */
export const LIKELY_LINE = new RegExp(`${LEAD}${BRACKETS}${BEHIND}(?!https?:|www\\.|\\[|<)[\\p{L}\\p{N}…${QUOTES}]`, 'u');
/** How any of these may begin. */
export const LINE_BEGINNING = /^\s*(?:[-*•–>]\s*)?[*_`]{0,2}(?:(?:\[\^?|【|［)?\s?(?:\p{Nd}{1,3}\s?(?:†[^】\]］\n]{0,40})?(?:[\]】］][*_`]{0,2}\s*[:：.–—=-]?\s*[*_]{0,2}(?:h|ht|htt|http|https|w|ww|www)?)?)?)?$/u;

/** Reads a line of the list. A line without a number goes with the number after `last`. */
export function readQuotationLine(line: string, last: number): QuotationLine | undefined {
  const numbered = NUMBERED.exec(line);
  const rest = numbered?.[4] ?? BARE.exec(line)?.[1];
  if (rest === undefined) return undefined;
  const digits = numbered?.[1] ?? numbered?.[2] ?? numbered?.[3];
  const mark = digits === undefined ? last + 1 : readNumber(digits);
  const { quote, open } = unquote(rest);
  return { mark, quote, open };
}

const PAIRS: Record<string, string> = { '"': '"', '“': '”“', '”': '”', '„': '“”', '‟': '”', '«': '»', '»': '«', '「': '」', '『': '』', '‹': '›', '›': '‹', '＂': '＂', "'": `'`, '‘': '’‘', '’': '’', '‚': '‘’' };

/** The words between quotation marks, or all of them where there are none; what a model adds behind the last mark is left out. */
export function unquote(text: string): { quote: string; open: boolean } {
  const trimmed = text.trim();
  const closing = PAIRS[trimmed.charAt(0)];
  if (closing === undefined) return { quote: trimmed, open: false };
  const inside = trimmed.slice(1);
  const end = Math.max(...[...closing].map((mark) => lastEnd(inside, mark)));
  return end >= 0 ? { quote: inside.slice(0, end).trim(), open: false } : { quote: inside.trim(), open: true };
}

/** The last mark that closes; an apostrophe within a word does not. */
function lastEnd(text: string, mark: string): number {
  for (let at = text.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(mark, at - 1)) {
    if (!/^[\p{L}\p{N}]/u.test(text.slice(at + 1))) return at;
  }
  return -1;
}
