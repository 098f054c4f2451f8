import { blockMarkdown, blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { estimateTokens } from '~/lib/shared/tokens';
import { countWords } from '~/lib/shared/words';
import { cutAtWord } from '../prompt/tidy-alt-text';
import { cutLarge } from './cut-large';

/** A part of a document, for one request. */
export interface DocumentPart {
  /** What of the document it holds, in its order. A block too large for one part is in several, under the same id. */
  blocks: Block[];
  /** What its beginning stands under: the headings in force, outermost first, and the header of a table that goes on. */
  trail: string[];
  /** Words in `blocks`. */
  words: number;
}

/** Tokens that a `trail` costs at most: so much stays free beside a part. */
export const TRAIL_TOKENS = 220;
/** Headings of a trail, and characters of each. */
const TRAIL_LENGTH = 4;
const TRAIL_CHARACTERS = 36;

/** A part ends at a heading if that leaves it this full at least. */
const FULL_ENOUGH = 0.5;
/** What joins two blocks. */
const GAP = 1;

interface Piece {
  block: Block;
  cost: number;
}

/**
 * Cuts a document into parts whose Markdown (`partText`) is at most `tokens` each, so that every word is in exactly one of them: before a
 * heading where one is near, else between blocks, and inside a block only where that alone is too large. Takes time in
 * proportion to the document.
 */
export function splitDocument(blocks: readonly Block[], tokens: number): DocumentPart[] {
  const trail = new Trail();
  const parts: DocumentPart[] = [];
  let held: Piece[] = [];
  let used = 0;

  const close = (count: number) => {
    const closed = held.slice(0, count);
    parts.push(makePart(closed.map(({ block }) => block), trail.present(closed[0]?.block)));
    for (const { block } of closed) trail.pass(block);
    held = held.slice(count);
    used = sum(held);
  };

  for (const block of blocks) {
    for (const piece of cutLarge(block, tokens)) {
      const text = blockMarkdown(piece);
      if (!text.trim()) continue;
      const cost = estimateTokens(text) + GAP;
      while (held.length > 0 && used + cost > tokens + GAP) close(chooseEnd(held, tokens));
      held.push({ block: piece, cost });
      used += cost;
    }
  }
  if (held.length > 0) close(held.length);
  return parts;
}

/** A part as Markdown. */
export function partText(blocks: readonly Block[]): string {
  return blocks.map(blockMarkdown).filter(Boolean).join('\n\n');
}

function makePart(blocks: Block[], trail: string[]): DocumentPart {
  return { blocks, trail, words: blocks.reduce((words, block) => words + countWords(blockText(block)), 0) };
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { cost }) => total + cost, 0);
}

/** How many pieces the next part takes: up to the highest heading in its second half, the last of these; a heading never ends a part. */
function chooseEnd(pieces: readonly Piece[], tokens: number): number {
  let used = 0;
  let end = pieces.length;
  let highest = Infinity;
  for (const [i, { block, cost }] of pieces.entries()) {
    const isBorder = block.kind === 'heading' && pieces[i - 1]?.block.kind !== 'heading';
    if (block.kind === 'heading' && isBorder && used >= tokens * FULL_ENOUGH && block.level <= highest) {
      end = i;
      highest = block.level;
    }
    used += cost;
  }
  if (end < pieces.length) return end;
  while (end > 1 && pieces[end - 1]?.block.kind === 'heading') end--;
  return pieces[end - 1]?.block.kind === 'heading' ? pieces.length : end;
}

/** The headings in force while a document goes by, and the header of the table that was begun. */
class Trail {
  #headings: { level: number; text: string }[] = [];
  #table: { id: string; header: string } | undefined;

  /** What a part that begins with `block` stands under. */
  present(block: Block | undefined): string[] {
    const level = block?.kind === 'heading' ? block.level : Infinity;
    const headings = this.#headings.filter((heading) => heading.level < level).slice(-TRAIL_LENGTH).map(({ text }) => text);
    return block && this.#table?.id === block.id ? [...headings, this.#table.header] : headings;
  }

  pass(block: Block): void {
    if (block.kind === 'heading') {
      this.#headings = [...this.#headings.filter(({ level }) => level < block.level), { level: block.level, text: clip(block.text) }];
    }
    if (block.kind === 'table' && block.headerRows > 0 && this.#table?.id !== block.id) {
      this.#table = { id: block.id, header: clip((block.rows[0] ?? []).join(' | '), TRAIL_CHARACTERS * 2) };
    }
  }
}

function clip(text: string, length = TRAIL_CHARACTERS): string {
  return cutAtWord(text.replace(/\s+/g, ' ').trim(), length);
}
