/**
 * The marks of an answer, `[1]`, by which it says what its statements rest on; models also write `[1, 2]`, `[1-3]`, `[^1]`, `【1】`
 * and `【1†source】`, in the digits of their language.
 */

const SIGNS = /(?:\[\^?|【|［)\s?(\p{Nd}{1,2}(?:\s?[,،、;–-]\s?\^?\p{Nd}{1,2}){0,9})\s?(?:†[^】\]］\n]{0,40})?[\]】］]/gu;
/** What makes `[1]` behind a name a part of code: `a[1] = 2`, `a[1].b`, `a[1]b`. */
const CODE_BEHIND = /^(?:\w|\s?[=+*/]|\.[a-z_])/;
/** Numbers that one mark may name as a range. */
const MOST_IN_RANGE = 10;

export interface Mark {
  /** Where it stands, UTF-16 units. */
  start: number;
  end: number;
  /** As written, in order; never empty. */
  numbers: number[];
}

/** The marks in a text without Markdown's own (code, links). What merely looks like one is among them: `[0, 5]`. */
export function findMarks(text: string): Mark[] {
  if (!/[[【［]/.test(text)) return [];
  return [...text.matchAll(SIGNS)].flatMap((match) => {
    const mark = { start: match.index, end: match.index + match[0].length, numbers: readNumbers(match[1] ?? '') };
    return mark.numbers.length > 0 && !isOther(text, mark) ? [mark] : [];
  });
}

/** An escaped bracket, the text of a link, a footnote or link definition, a part of code. */
function isOther(text: string, { start, end }: Mark): boolean {
  const before = text.charAt(start - 1);
  const behind = text.slice(end, end + 3);
  if (before === '\\' || behind.startsWith('(')) return true;
  if (behind.startsWith(':') && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 4), start))) return true;
  return /\w/.test(before) && CODE_BEHIND.test(behind);
}

function readNumbers(list: string): number[] {
  return list.split(/[,،、;]/).flatMap((item) => {
    const [from = 0, to = from] = item.replaceAll(/[\s^]/g, '').split(/[–-]/).map(readNumber);
    if (!(from >= 1) || to < from || to - from > MOST_IN_RANGE) return [];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** A number in the digits of any of the `NOUGHTS`. */
export function readNumber(digits: string): number {
  return Number([...digits].map(digitOf).join(''));
}

/** The nought of ASCII, Arabic, Persian, Devanagari, Bengali, Thai and of full width; the other nine digits follow it. */
const NOUGHTS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** 0 to 9 as ASCII for a digit of any of the `NOUGHTS`; other characters stay. */
export function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const nought = NOUGHTS.find((first) => code >= first && code <= first + 9);
  return nought === undefined ? char : String(code - nought);
}

/** What of a Markdown text is no text: code, links, their definitions. */
const NOT_TEXT = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n {0,3}\1[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))|(`+)[^`](?:[\s\S]*?[^`])?\2(?!`)|!?\[[^[\]\n]*\]\([^)\n]*\)|^ {0,3}\[[^[\]\n]+\]: *(?:https?:|<|www\.)[^\n]*/gm;

/** The marks in Markdown, outside of code and links. */
export function findMarksInMarkdown(markdown: string): Mark[] {
  const covered = [...markdown.matchAll(NOT_TEXT)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  let next = 0;
  return findMarks(markdown).filter(({ start }) => {
    while ((covered[next]?.end ?? Infinity) <= start) next++;
    return start < (covered[next]?.start ?? Infinity);
  });
}

/** Writes other words in the place of marks, or nothing: with the space before them. */
export function replaceMarks(text: string, marks: readonly Mark[], write: (mark: Mark) => string | undefined): string {
  let written = '';
  let at = 0;
  for (const mark of marks) {
    const replacement = write(mark);
    if (replacement === undefined) continue;
    written += text.slice(at, mark.start);
    if (replacement === '') written = written.replace(/[ \t\u00a0\u202f]+$/, '');
    written += replacement;
    at = mark.end;
  }
  return written + text.slice(at);
}

/** A sentence as it is heard: without marks. */
export function stripMarks(text: string): string {
  return replaceMarks(text, findMarks(text), () => '').trimStart();
}
