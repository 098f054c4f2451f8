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
  if (before === '\\' || /^\]?\(/.test(behind)) return true;
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

interface Stretch {
  start: number;
  end: number;
}

/** The marks in Markdown, outside of code. */
export function findMarksInMarkdown(markdown: string): Mark[] {
  const marks = findMarks(markdown);
  if (marks.length === 0 || !/[`~]/.test(markdown)) return marks;
  const code = findCode(markdown);
  let next = 0;
  return marks.filter(({ start }) => {
    while ((code[next]?.end ?? Infinity) <= start) next++;
    return start < (code[next]?.start ?? Infinity);
  });
}

/** Code blocks and stretches of code in a Markdown text, in order. */
function findCode(markdown: string): Stretch[] {
  const found: Stretch[] = [];
  let fence: { sign: string; start: number } | undefined;
  let at = 0;
  for (const line of markdown.split('\n')) {
    const end = at + line.length;
    const sign = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (sign?.startsWith(fence.sign) && /^[\s`~]*$/.test(line)) {
        found.push({ start: fence.start, end });
        fence = undefined;
      }
    } else if (sign) fence = { sign, start: at };
    else found.push(...findCodeInLine(line, at));
    at = end + 1;
  }
  return fence ? [...found, { start: fence.start, end: markdown.length }] : found;
}

/** A stretch of code begins and ends with as many backticks. */
function findCodeInLine(line: string, offset: number): Stretch[] {
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const single = new Set<number>();
  const found: Stretch[] = [];
  for (let i = 0; i < runs.length; i++) {
    const { index = 0, length = 0 } = runs[i] ?? {};
    if (single.has(length)) continue;
    let close = i + 1;
    while (close < runs.length && runs[close]?.length !== length) close++;
    if (close === runs.length) single.add(length);
    else {
      found.push({ start: offset + index, end: offset + (runs[close]?.index ?? 0) + length });
      i = close;
    }
  }
  return found;
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
