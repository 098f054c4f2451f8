import { blockText } from '~/lib/shared/block-text';
import type { Block, PageContent } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';

type Plain = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;

/** A page from blocks; strings are paragraphs, strings that begin with `## ` headings. */
export function makePage(blocks: (string | Plain)[], more: Partial<PageContent> = {}): PageContent {
  const made = blocks.map((block, i) => ({ id: `b${i + 1}`, ...expand(block) }) as Block);
  return {
    url: 'https://example.org/bridge',
    title: 'The old bridge reopens',
    dir: 'ltr',
    kind: 'article',
    blocks: made,
    images: [],
    wordCount: made.reduce((words, block) => words + countWords(blockText(block)), 0),
    omissions: [],
    ...more,
  };
}

function expand(block: string | Plain): Plain {
  if (typeof block !== 'string') return block;
  const heading = /^(#+) (.*)$/.exec(block);
  return heading?.[1] && heading[2]
    ? { kind: 'heading', level: heading[1].length, text: heading[2] }
    : { kind: 'paragraph', text: block };
}
