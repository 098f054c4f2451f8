import { blockText } from '~/lib/shared/block-text';
import { lastBorder } from '~/lib/shared/cut-long';
import type { PageContent } from '~/lib/shared/page-content';
import { estimateTokens } from '~/lib/shared/tokens';

/** A part of what is judged, for one request. */
export interface GuardPart {
  text: string;
  /** The blocks that the text is of; a long block is in several parts. Empty for a text without blocks. */
  blockIds: string[];
}

/**
 * Cuts a page, or a text, into parts of at most `tokens` each (by `estimateTokens`), so that everything is in exactly one of
 * them: between blocks, and inside a block only where that alone is too large, after a line, a sentence or a word. A
 * page begins with its title and standfirst. None for what holds no text.
 */
export function splitForGuard(source: Pick<PageContent, 'title' | 'standfirst' | 'blocks'> | string, tokens: number): GuardPart[] {
  if (typeof source === 'string') return fill([{ text: source }], tokens);
  const head = [source.title, source.standfirst ?? ''].filter(Boolean).join('\n');
  return fill([{ text: head }, ...source.blocks.map((block) => ({ text: blockText(block), id: block.id }))], tokens);
}

interface Piece {
  text: string;
  id?: string;
}

/** Between two blocks in one part. */
const GAP = '\n\n';

function fill(blocks: readonly Piece[], tokens: number): GuardPart[] {
  const parts: GuardPart[] = [];
  let used = Infinity;
  for (const { text, id } of blocks) {
    if (!text.trim()) continue;
    for (const [i, piece] of [...cut(text, tokens)].entries()) {
      const cost = estimateTokens(piece);
      const last = parts.at(-1);
      const ids = id === undefined ? [] : [id];
      // Pieces of one block stay apart: a gap between them would be none of the page's.
      if (last && i === 0 && used + 1 + cost <= tokens) {
        last.text += GAP + piece;
        last.blockIds.push(...ids);
        used += 1 + cost;
      } else {
        parts.push({ text: piece, blockIds: ids });
        used = cost;
      }
    }
  }
  return parts;
}

/** Pieces of at most `tokens` that joined are the text again. */
function* cut(text: string, tokens: number): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = fits(text, at, tokens) ? text.length : border(text, at, fittingLength(text, at, tokens));
    yield text.slice(at, end);
    at = end;
  }
}

/** Whether all that is left is cheap enough; no unit costs less than a quarter of a token, so much is not even counted. */
function fits(text: string, at: number, tokens: number): boolean {
  return text.length - at <= tokens * 4 && estimateTokens(text.slice(at)) <= tokens;
}

/** UTF-16 units from `at` on that cost no more than `tokens`; at least one character. */
function fittingLength(text: string, at: number, tokens: number): number {
  // No unit costs more than a token, so that much always fits; then as much again as is left, until nothing is.
  let end = Math.min(text.length, at + Math.max(2, Math.floor(tokens)));
  for (let left = tokens - estimateTokens(text.slice(at, end)); left >= 1 && end < text.length; ) {
    const next = Math.min(text.length, end + Math.floor(left));
    left -= estimateTokens(text.slice(end, next));
    end = next;
  }
  return end - at;
}

/** Ends of lines, and of sentences in most scripts. */
const GOOD_BORDER = /\n+|[.!?…]["'”’»)\]]*\s+|[。！？]["'」』）]*/g;

function border(text: string, at: number, most: number): number {
  const window = text.slice(at, at + most);
  let last = 0;
  for (const match of window.matchAll(GOOD_BORDER)) last = match.index + match[0].length;
  return last > most / 2 ? at + last : lastBorder(text, at, most);
}
