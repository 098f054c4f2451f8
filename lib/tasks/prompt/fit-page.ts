import { blockMarkdown, blockText } from '~/lib/shared/block-text';
import type { PageContent } from '~/lib/shared/page-content';
import type { ReadReport, RunSource } from '~/lib/shared/run';
import { estimateTokens } from '~/lib/shared/tokens';
import { countWords } from '~/lib/shared/words';

import { cutBlock } from './cut-block';
import { selectedText, sourceBlocks } from './source-blocks';

/** What of a page goes to a model. */
export interface FittedPage {
  /** Markdown, whole blocks as far as they fit. */
  text: string;
  /** Part of the page's words that `text` holds, 0 to 1; 1 if and only if nothing was cut. */
  share: number;
  wordsRead: number;
  wordsTotal: number;
  /** Of a text that is read in passages: how many, of how many, and whether they have words of the question. */
  passages?: ReadReport['passages'];
}

/** A block that would leave more than this part of the room unused is cut inside; others are left out whole. */
const WASTE = 0.25;

/**
 * The beginning of a page that fits into `maxTokens` (by `estimateTokens`), cut between blocks. A block that is
 * itself larger than the room is cut after a line, sentence or word, so that something is always read.
 * A selection is read in place of the page; without one, the page is.
 */
export function fitPage(page: PageContent, maxTokens: number, source: RunSource = { kind: 'page' }): FittedPage {
  const selection = selectedText(page, source);
  const blocks = sourceBlocks(page, source);
  const parts = blocks.map(blockMarkdown);
  const whole = join(parts);
  const wordsTotal = selection ? countWords(selection) : page.wordCount;
  if (estimateTokens(whole) <= maxTokens) return { text: whole, share: 1, wordsRead: wordsTotal, wordsTotal };

  const read: string[] = [];
  let left = maxTokens;
  let wordsRead = 0;
  for (const [i, block] of blocks.entries()) {
    const part = parts[i];
    if (!part) continue;
    if (read.length > 0) left -= 1; // the blank line between blocks
    const cost = estimateTokens(part);
    if (cost <= left) {
      read.push(part);
      left -= cost;
      wordsRead += countWords(blockText(block));
      continue;
    }
    const piece = left > maxTokens * WASTE ? cutBlock(block, left) : undefined;
    if (piece) {
      read.push(piece);
      wordsRead += countWords(piece);
    }
    break;
  }
  wordsRead = Math.min(wordsRead, wordsTotal);
  const share = wordsTotal > 0 ? Math.min(wordsRead / wordsTotal, 0.999) : 0;
  return { text: join(read), share, wordsRead, wordsTotal };
}

function join(parts: string[]): string {
  return parts.filter(Boolean).join('\n\n');
}
