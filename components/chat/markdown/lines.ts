import { LINE_TESTS } from './lexer';

/** What a single line of Markdown is, told from that line alone (CommonMark 0.31, as marked reads it). */

export const isBlank = (line: string) => !/[^ \t]/.test(line);
export const isHeading = (line: string) => /^ {0,3}#{1,6}(?:\s|$)/.test(line);
export const isRule = (line: string) => /^ {0,3}(?:(?:-[\t ]*){3,}|(?:_[\t ]*){3,}|(?:\*[\t ]*){3,})$/.test(line);
export const isQuote = (line: string) => /^ {0,3}>/.test(line);
export const isIndented = (line: string) => /^(?: {4}| {0,3}\t)[ \t]*[^ \t]/.test(line);
/** Underline of a heading. */
export const isUnderline = (line: string) => /^ {0,3}(?:=+|-+)[ \t]*$/.test(line);
export const isDelimiterRow = (line: string) => /^ {0,3}[|:\- ]*$/.test(line) && /[|:]/.test(line) && line.includes('-');
const isHtml = (line: string) => LINE_TESTS.htmlBeginRegex(4).test(line);
const isBullet = (line: string) => /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$)/.test(line);

/** Only a list that is not empty and starts with a bullet or 1 may follow a paragraph without a blank line. */
const interruptsAsList = (line: string) => /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t]/.test(line);

export interface Fence {
  /** Spaces before the fence; as many are taken from each line inside. */
  indent: number;
  marker: string;
  info: string;
}

export function readFence(line: string): Fence | undefined {
  const match = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  if (!match) return undefined;
  return { indent: match[1]?.length ?? 0, marker: match[2] ?? '', info: (match[3] ?? '').trim() };
}

export interface Bullet {
  ordered: boolean;
  /** `-`, `*`, `+`, `.` or `)`: another one begins another list. */
  type: string;
  start: number;
  /** Column at which the item's own text begins. */
  indent: number;
  empty: boolean;
}

export function readBullet(line: string): Bullet | undefined {
  if (!isBullet(line) || isRule(line)) return undefined;
  const match = /^( {0,3}([*+-]|(\d{1,9})([.)])))(.*)$/.exec(line);
  if (!match) return undefined;
  const [, lead = '', sign = '', digits, delimiter, rest = ''] = match;
  const column = lead.length;
  const text = rest.replace(/^[ \t]+/, (space) => expandTabs(space, column));
  const offset = text.search(/[^ ]/);
  return {
    ordered: digits !== undefined,
    type: delimiter ?? sign,
    start: Number(digits ?? 1),
    indent: column + (offset < 0 || offset > 4 ? 1 : offset),
    empty: offset < 0,
  };
}

/** Leading tabs as spaces, to the next multiple of four. */
function expandTabs(space: string, column = 0): string {
  let result = '';
  for (const char of space) result += char === '\t' ? ' '.repeat(4 - ((column + result.length) % 4)) : char;
  return result;
}

/** Whether the line, following a paragraph's text, begins something else. */
export function interruptsParagraph(line: string): boolean {
  return isHeading(line) || isRule(line) || isQuote(line) || interruptsAsList(line) || readFence(line) !== undefined;
}

/** Width of the white space a line begins with, in columns. */
export function widthOfIndent(line: string): number {
  return expandTabs(/^[ \t]*/.exec(line)?.[0] ?? '').length;
}

/** Whether a line ends a list item whose text begins at column `indent`, though no blank line came before. */
export function endsItem(line: string, indent: number): boolean {
  return LINE_TESTS.fencesBeginRegex(indent).test(line) || LINE_TESTS.headingBeginRegex(indent).test(line)
    || LINE_TESTS.htmlBeginRegex(indent).test(line) || LINE_TESTS.blockquoteBeginRegex(indent).test(line)
    || LINE_TESTS.hrRegex(indent).test(line);
}

/** Whether text without indentation may continue this line of an item (given without the item's own indentation). */
export function isLazyAfter(line: string): boolean {
  const text = line.replace(LINE_TESTS.nestedContainerMarkers, '');
  return !isBlank(text) && !isIndented(text) && readFence(text) === undefined && !isHeading(text) && !isRule(text) && !isHtml(text);
}

/** Whether the line ends the rows of a table. */
export function endsTable(line: string): boolean {
  return isBlank(line) || isHeading(line) || isRule(line) || isQuote(line) || isIndented(line)
    || readFence(line) !== undefined || isHtml(line) || /^ {0,3}(?:[*+-]|1[.)])[ \t]/.test(line);
}

/** Whether a line that has so far been read as `beginning` can only be a paragraph's text, however it goes on. */
export function isSurelyText(beginning: string): boolean {
  return /^ {0,3}(?:[^\s`~#>\-+*_=<|:[\d]|[*_]{1,3}[^\s*_])/.test(beginning);
}

/** A link definition that stands complete on its line: `[label]: address "title"`. */
export function isDefinition(line: string): boolean {
  return /^ {0,3}\[(?!\s*\])(?:\\.|[^[\]\\])+\]: *(?:[^<\s]\S*|<(?:\\.|[^<>\\])*>)(?: +(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))? *$/.test(line);
}
