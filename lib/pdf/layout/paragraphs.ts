import { isRightToLeft } from '~/lib/shared/right-to-left';
import { joinLines, type Vocabulary } from './join-lines';
import type { Line, PageLayout } from './page-layout';

/** Lines that belong together. */
export interface Paragraph {
  text: string;
  lines: Line[];
  /** Page it begins on, from 1. */
  page: number;
  /** Stands at the foot of a page, apart from its text. */
  isNote: boolean;
}

/** `•`, `-`, `1.`, `(a)` before an item. */
export const ITEM = /^(?:[•‣◦▪▫●○■□➢✓∙·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;
const NOTE_MARK = /^(?:\d{1,3}|[*†‡§¶]+)\s?[\p{L}"“„«(]/u;
const ENDED = /[.!?:;。！？؟…]["'”’»)\]]*\s*(?:\[?\d{0,3}\]?)$/;

/** Parts of the font size, and of the usual distance of lines. */
const OTHER_SIZE = 0.1;
const WIDE = 1.4;
const INDENT = 0.7;
const MOST_INDENT = 5;
/** Of the text's own size: that of notes, at most; and where on a page they begin, at least. */
const NOTE_SIZE = 0.93;
const NOTE_HEIGHT = 0.5;

/** The paragraphs of a document in reading order; notes come after the text of their page. */
export function gatherParagraphs(pages: readonly PageLayout[], left: ReadonlySet<Line>, bodySize: number, words: Vocabulary): Paragraph[] {
  const all: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const page of pages) {
    const notes: Paragraph[] = [];
    for (const column of page.columns) {
      const lines = column.filter((line) => !left.has(line));
      const found = splitColumn(lines, page.number, words);
      markNotes(found, bodySize);
      notes.push(...found.filter(({ isNote }) => isNote));
      for (const paragraph of found.filter(({ isNote }) => !isNote)) {
        if (open && paragraph === found[0] && goesOn(open, paragraph)) append(open, paragraph, words);
        else all.push((open = paragraph));
      }
    }
    all.push(...notes);
  }
  return all;
}

function append(open: Paragraph, more: Paragraph, words: Vocabulary): void {
  open.text = joinLines(open.text, more.text, words);
  open.lines.push(...more.lines);
}

function splitColumn(lines: readonly Line[], page: number, words: Vocabulary): Paragraph[] {
  const usual = usualDistance(lines);
  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && last && !begins(line, last, open, usual)) {
      open.text = line.monospace && last.monospace ? `${open.text}\n${line.text}` : joinLines(open.text, line.text, words);
      open.lines.push(line);
    } else paragraphs.push({ text: line.text, lines: [line], page, isNote: false });
    last = line;
  }
  return paragraphs;
}

/** The distance between lines that most have, as a multiple of their size. */
function usualDistance(lines: readonly Line[]): number {
  const distances = lines.slice(1).flatMap((line, i) => {
    const before = lines[i];
    const distance = before ? (line.v - before.v) / line.size : 0;
    return distance > 0.8 && distance < 2.5 ? [distance] : [];
  });
  distances.sort((a, b) => a - b);
  // Of text with wide gaps between short paragraphs the smaller half tells.
  return distances[Math.floor(distances.length * 0.4)] ?? 1.3;
}

/** Whether a line begins a paragraph of its own. */
function begins(line: Line, last: Line, open: Paragraph, usual: number): boolean {
  const distance = (line.v - last.v) / Math.max(line.size, last.size);
  if (Math.abs(line.size - last.size) > OTHER_SIZE * Math.max(line.size, last.size)) return true;
  if (distance > usual * WIDE || distance < 0) return true;
  if (line.monospace !== last.monospace) return true;
  if (line.monospace) return false;
  if (line.bold !== last.bold && (isShort(last) || last.bold)) return true;
  if (ITEM.test(line.text) && (ENDED.test(last.text) || ITEM.test(open.text) || isShort(last))) return true;
  const toRight = isRightToLeft(line.text);
  const indent = (one: Line) => (toRight ? one.right - one.u1 : one.u0 - one.left) / one.size;
  const deeper = indent(line) - indent(last);
  // What hangs below the text of an item goes on with it.
  if (deeper > INDENT && deeper < MOST_INDENT && !ITEM.test(open.text) && (ENDED.test(last.text) || open.lines.length > 1)) return true;
  return isShort(last) && ENDED.test(last.text) && !/^\p{Ll}/u.test(line.text);
}

/** Ends well before its column does. */
function isShort(line: Line): boolean {
  const width = line.right - line.left;
  return (isRightToLeft(line.text) ? line.u0 - line.left : line.right - line.u1) > width * 0.15;
}

/** Whether a paragraph goes on at the top of the next column or page. */
function goesOn(open: Paragraph, next: Paragraph): boolean {
  const last = open.lines.at(-1);
  const first = next.lines[0];
  if (!last || !first || last.monospace !== first.monospace) return false;
  if (Math.abs(last.size - first.size) > OTHER_SIZE * last.size || last.bold !== first.bold) return false;
  if (ITEM.test(next.text) || ENDED.test(open.text)) return false;
  return /[-\u2010\u00AD,]$/.test(open.text) || /^\p{Ll}/u.test(next.text) || (open.lines.length > 1 && !isShort(last));
}

/** Small lines at the foot of a column that begin with a mark, and all below them. */
function markNotes(paragraphs: readonly Paragraph[], bodySize: number): void {
  const isSmall = ({ lines }: Paragraph) => lines.every(({ size }) => size <= bodySize * NOTE_SIZE);
  const at = paragraphs.findIndex(
    (paragraph, i) => NOTE_MARK.test(paragraph.text) && (paragraph.lines[0]?.height ?? 0) > NOTE_HEIGHT && paragraphs.slice(i).every(isSmall),
  );
  if (at >= 0) for (const paragraph of paragraphs.slice(at)) paragraph.isNote = true;
}
