import { blockMarkdown } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { splitSentences } from '~/lib/shared/sentences';
import { estimateTokens } from '~/lib/shared/tokens';

const FENCE = '\n```';
/** How far back from the cut a line or sentence border is looked for, in UTF-16 units. */
const REACH = 2_000;

/**
 * The beginning of a block that fits into `maxTokens`, as Markdown, cut after a line (lists, tables, code),
 * else a sentence, else a word, else a character. None when not even one character fits.
 */
export function cutBlock(block: Block, maxTokens: number): string | undefined {
  const markdown = blockMarkdown(block);
  const room = block.kind === 'code' ? maxTokens - estimateTokens(FENCE) : maxTokens;
  const end = fittingLength(markdown, room);
  if (end === 0) return undefined;
  if (end === markdown.length) return markdown;
  const cut = block.kind === 'paragraph' ? sentenceBorder(markdown, end) : markdown.lastIndexOf('\n', end);
  const kept = markdown.slice(0, cut > 0 ? cut : (sentenceBorder(markdown, end) || wordBorder(markdown, end))).trimEnd();
  return (block.kind === 'code' ? kept + FENCE : kept) || undefined;
}

/** UTF-16 length of the longest beginning of `text` within `maxTokens`, found by halving. */
function fittingLength(text: string, maxTokens: number): number {
  // No character costs less than a quarter of a token.
  let low = 0;
  let high = Math.min(text.length, Math.max(0, Math.floor(maxTokens * 4)));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (estimateTokens(text.slice(0, middle)) <= maxTokens) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** End of the last whole sentence before `end`; 0 when there is none near. */
function sentenceBorder(text: string, end: number): number {
  const from = Math.max(0, end - REACH);
  // A little beyond the cut, so that a sentence that ends there is known to be whole.
  const sentences = splitSentences(text.slice(from, end + 200));
  const last = sentences.findLast((sentence) => from + sentence.end <= end);
  return last && (from > 0 || last.end > 0) ? from + last.end : 0;
}

function wordBorder(text: string, end: number): number {
  const from = Math.max(0, end - REACH);
  const space = text.slice(from, end).search(/\s\S*$/u);
  if (space > 0 || (space === 0 && from > 0)) return from + space;
  // Never between the halves of a character.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
