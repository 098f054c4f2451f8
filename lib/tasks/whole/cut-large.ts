import { blockMarkdown } from '~/lib/shared/block-text';
import { cutTokens } from '~/lib/shared/cut-tokens';
import type { Block } from '~/lib/shared/page-content';
import { estimateTokens } from '~/lib/shared/tokens';

/** Tokens that the fence of a code block costs at most, beside its language. */
const FENCE = 6;

/**
 * A block as pieces whose Markdown is at most `tokens` each: lists between items, tables between rows, code between lines,
 * all else, and what is too large by itself, after a sentence. Pieces keep the block's id; joined they hold all its words.
 */
export function cutLarge(block: Block, tokens: number): Block[] {
  if (estimateTokens(blockMarkdown(block)) <= tokens) return [block];
  switch (block.kind) {
    case 'list':
      return gather(block.items, tokens, (items) => ({ ...block, items }), ({ text, depth }, room) => cutText(text, room).map((piece) => ({ text: piece, depth })));
    case 'table':
      return cutTable(block, tokens);
    case 'code':
      return gather(block.text.split('\n'), tokens, (lines) => ({ ...block, text: lines.join('\n') }), (line, room) => [...cutTokens(line, Math.max(1, room - FENCE))]);
    case 'quote':
      return gather(cutText(block.text, tokens), tokens, (texts) => ({ ...block, text: texts.join('\n') }), cutText);
    case 'heading':
    case 'paragraph':
      return cutText(block.text, tokens).map((text) => ({ id: block.id, kind: 'paragraph', text }));
    case 'figure':
      return cutText(block.caption ?? '', tokens).map((text) => ({ id: block.id, kind: 'paragraph', text }));
  }
}

type Table = Extract<Block, { kind: 'table' }>;

/** Rows that go on in a later piece have no header there: that is told with the headings; see `splitDocument`. */
function cutTable(table: Table, tokens: number): Block[] {
  const { caption, ...rest } = table;
  const before: Block[] = caption ? cutText(caption, tokens).map((text) => ({ id: table.id, kind: 'paragraph', text })) : [];
  // A row larger than a part is no longer a row: its cells are read one after the other.
  const asText = (rows: string[][]): Block => ({ id: table.id, kind: 'paragraph', text: rows.flat().filter(Boolean).join('\n') });
  const pieces: Block[] = [];
  let first = true;
  for (const rows of groupRows(rest, tokens)) {
    const piece: Block = { ...rest, rows, headerRows: first ? table.headerRows : 0 };
    if (estimateTokens(blockMarkdown(piece)) <= tokens) pieces.push(piece);
    else pieces.push(...cutLarge(asText(rows), tokens));
    first = false;
  }
  return [...before, ...pieces];
}

/** Rows next to each other that fit together, by what they cost in a table of the full width; at least one. */
function groupRows({ rows }: Pick<Table, 'rows'>, tokens: number): string[][][] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  // The rule below the header, and an empty header where there is none.
  const frame = Math.ceil((columns * 10 + 8) / 4) + 1;
  const groups: string[][][] = [];
  let left = -1;
  for (const row of rows) {
    const cost = estimateTokens(row.join('').replaceAll('|', '\\|')) + Math.ceil((columns * 3 + 4) / 4) + 1;
    const last = groups.at(-1);
    if (last && cost <= left) last.push(row);
    else {
      groups.push([row]);
      left = tokens - frame;
    }
    left -= cost;
  }
  return groups;
}

/**
 * Items next to each other, as many in one block as fit; one that does not fit by itself is cut first. What joins items
 * costs a token at most, and another is lost to rounding.
 */
function gather<T>(items: readonly T[], tokens: number, make: (items: T[]) => Block, cut: (item: T, room: number) => T[]): Block[] {
  const pieces: Block[] = [];
  const cost = (item: T) => estimateTokens(blockMarkdown(make([item])));
  const small = items.flatMap((item) => {
    const whole = cost(item);
    if (whole <= tokens) return [item];
    // The marks that a piece gets are not known before: with half of the room they always find theirs.
    const parts = cut(item, tokens - FENCE);
    return parts.every((part) => cost(part) <= tokens) ? parts : cut(item, Math.max(1, Math.floor(tokens / 2)));
  });
  const frame = estimateTokens(blockMarkdown(make([])));
  let present: T[] = [];
  let used = frame;
  for (const item of small) {
    const more = Math.max(0, cost(item) - frame) + 2;
    if (present.length > 0 && used + more > tokens) {
      pieces.push(make(present));
      present = [];
      used = frame;
    }
    present.push(item);
    used += more;
  }
  if (present.length > 0) pieces.push(make(present));
  return pieces;
}

function cutText(text: string, tokens: number): string[] {
  return [...cutTokens(text, Math.max(1, tokens))].map((piece) => piece.trim()).filter(Boolean);
}
