import { removeInvisible } from '~/lib/shared/invisible';
import type { Block } from '~/lib/shared/page-content';
import { Vocabulary } from './join-lines';
import { tidy } from './logical-order';
import { gatherParagraphs, ITEM, type Paragraph } from './paragraphs';
import type { Line, PageLayout } from './page-layout';

/** One entry of a document's outline. */
export interface OutlineEntry {
  title: string;
  /** 1 is the outermost. */
  level: number;
}

/** Of the text's own size: a heading is so much larger. Letters and lines of one at most. */
const LARGER = 1.12;
const LONGEST = 200;
const MOST_LINES = 4;
/** Letters of a heading that is only bold, at most. */
const LONGEST_BOLD = 110;
const DEEPEST = 6;

/** The blocks of a document. @param left lines that are not part of its text */
export function writeBlocks(pages: readonly PageLayout[], left: ReadonlySet<Line>, outline: readonly OutlineEntry[]): WrittenBlock[] {
  const lines = pages.flatMap(({ columns }) => columns.flat()).filter((line) => !left.has(line));
  const words = new Vocabulary();
  for (const { text } of lines) words.add(text);
  const bodySize = mostCommon(lines);
  const paragraphs = gatherParagraphs(pages, left, bodySize, words);
  const levels = new HeadingLevels(paragraphs, bodySize, outline);
  const drafts: Draft[] = [];
  for (const paragraph of paragraphs) addDraft(drafts, paragraph, levels.of(paragraph));
  return drafts.map((draft, i) => finish(draft, `b${i + 1}`));
}

/** A block, and what it was made of: text with all characters it was written with. */
export interface WrittenBlock {
  block: Block;
  raw: string[];
}

type Draft =
  | { kind: 'block'; block: Block; raw: string }
  | { kind: 'list'; ordered: boolean; page: number; items: { mark: string; text: string; raw: string; depth: number; indent: number }[] };

function addDraft(drafts: Draft[], { text: raw, lines, page }: Paragraph, level: number | undefined): void {
  const first = lines[0];
  const add = (block: Block) => void drafts.push({ kind: 'block', block, raw });
  if (lines.length > 1 && lines.every(({ monospace }) => monospace)) {
    const code = removeInvisible(indented(lines));
    if (code.trim()) add({ id: '', kind: 'code', text: code, page });
    return;
  }
  const text = tidy(raw);
  if (!text || !first) return;
  const mark = level === undefined ? ITEM.exec(text)?.[0] : undefined;
  if (level !== undefined) add({ id: '', kind: 'heading', level, text, page });
  else if (!mark) add({ id: '', kind: 'paragraph', text, page });
  else {
    const ordered = /[\p{L}\d]/u.test(mark);
    const last = drafts.at(-1);
    const indent = (first.u0 - first.left) / first.size;
    const items = last?.kind === 'list' && last.ordered === ordered ? last.items : undefined;
    const item = { mark, text, raw, depth: 0, indent };
    if (items) items.push({ ...item, depth: depthBelow(items, indent) });
    else drafts.push({ kind: 'list', ordered, page, items: [item] });
  }
}

/** By how far an item stands in, beside those before it. */
function depthBelow(items: readonly { depth: number; indent: number }[], indent: number): number {
  const alike = items.findLast((one) => Math.abs(one.indent - indent) < 0.5);
  if (alike) return alike.depth;
  const last = items.at(-1);
  return last && indent > last.indent ? last.depth + 1 : 0;
}

function finish(draft: Draft, id: string): WrittenBlock {
  if (draft.kind === 'block') return { block: { ...draft.block, id }, raw: [draft.raw] };
  const { items, ordered, page } = draft;
  const raw = items.map((item) => item.raw);
  const [only] = items;
  // A single number is one of a section, a single dash one of speech: the text stays as it is.
  if (only && items.length === 1 && (ordered || /^[-*–—]/.test(only.mark))) return { block: { id, kind: 'paragraph', text: only.text, page }, raw };
  return { block: { id, kind: 'list', ordered, items: items.map(({ mark, text, depth }) => ({ text: text.slice(mark.length), depth })), page }, raw };
}

/** Lines of code with the spaces they begin with. */
function indented(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(({ u0 }) => u0));
  return lines.map(({ text, u0, size }) => `${' '.repeat(Math.max(0, Math.round((u0 - left) / (size * 0.6))))}${text.trimEnd()}`).join('\n');
}

/** The size that most letters have. */
function mostCommon(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters.entries()].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0] || 1;
}

/** Which paragraphs are headings, and of which level: by the outline, by their size, by being bold. */
class HeadingLevels {
  readonly #bodySize: number;
  readonly #outline = new Map<string, number>();
  readonly #sizes: number[];
  readonly #isBoldText: boolean;

  constructor(paragraphs: readonly Paragraph[], bodySize: number, outline: readonly OutlineEntry[]) {
    this.#bodySize = bodySize;
    for (const { title, level } of outline) {
      const key = plain(title);
      if (key && !this.#outline.has(key)) this.#outline.set(key, level);
    }
    const sizes = new Set(paragraphs.filter((paragraph) => this.#isLarge(paragraph)).map((paragraph) => sizeOf(paragraph)));
    this.#sizes = [...sizes].sort((a, b) => b - a);
    const letters = (bold: boolean) => paragraphs.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.bold === bold ? line.text.length : 0), 0);
    this.#isBoldText = letters(true) > letters(false);
  }

  of(paragraph: Paragraph): number | undefined {
    const listed = paragraph.lines.length <= MOST_LINES ? this.#outline.get(plain(paragraph.text)) : undefined;
    const isTitle = this.#isLarge(paragraph) && this.#sizes[0] === sizeOf(paragraph);
    if (listed !== undefined && !isTitle) return Math.min(DEEPEST, listed + (this.#sizes.length > 1 ? 1 : 0));
    if (this.#isLarge(paragraph)) return Math.min(DEEPEST, this.#sizes.indexOf(sizeOf(paragraph)) + 1);
    if (this.#isBoldHeading(paragraph)) return Math.min(DEEPEST, this.#sizes.length + 1);
    return undefined;
  }

  #isLarge({ text, lines }: Paragraph): boolean {
    const size = sizeOf({ lines });
    return size >= this.#bodySize * LARGER && text.length <= LONGEST && lines.length <= MOST_LINES && /\p{L}/u.test(text);
  }

  #isBoldHeading({ text, lines, isNote }: Paragraph): boolean {
    if (this.#isBoldText || isNote || lines.length > 2 || text.length > LONGEST_BOLD) return false;
    const [first] = lines;
    return Boolean(first?.bold) && first !== undefined && first.size >= this.#bodySize * 0.95 && !/[.,;]$/.test(text) && /\p{L}{2}/u.test(text);
  }
}

function sizeOf({ lines }: Pick<Paragraph, 'lines'>): number {
  return Math.round(Math.max(...lines.map(({ size }) => size)) * 2) / 2;
}

/** A heading without its number, for comparison. */
function plain(text: string): string {
  return tidy(text).toLowerCase().replace(/^(?:(?:chapter|section|kapitel|abschnitt)\s+)?(?:[\divx]+(?:\.\d+)*\.?)\s+/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
