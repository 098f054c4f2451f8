import { blockText } from '~/lib/shared/block-text';
import { cutTokens } from '~/lib/shared/cut-tokens';
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
    for (const [i, piece] of [...cutTokens(text, tokens)].entries()) {
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
