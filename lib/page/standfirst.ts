import { blockText } from '~/lib/shared/block-text';
import { countWords } from '~/lib/shared/words';
import { collapse } from './clean-text';
import { SUBTITLE_NAMES } from './furniture-names';
import type { SnapElement, SnapText } from './snapshot';
import { LINE_BREAK, rawText, visitElements } from './tree';
import type { Written } from './written';

/** Letters by which the page's description is found again in its text. */
const START = 32;
const FEWEST_WORDS = 6;
/** Characters: what is longer is the text itself. */
const LONGEST = 600;

/**
 * The line or two between title and text that say what an article is about, where the reader sees them and `blocks`
 * has them not: a passage that is named so, or one that the page also gives as its description. The description alone
 * does not do: nobody sees it.
 */
export function findStandfirst(root: SnapElement, description: string | undefined, written: Written, dropped: ReadonlySet<string>): string | undefined {
  const first = written.blocks.findIndex((block) => !dropped.has(block.id));
  const named = written.blocks.slice(0, Math.max(0, first)).find((block) => SUBTITLE_NAMES.test(written.origins.get(block.id)?.element.hint ?? '') && isStandfirst(blockText(block)));
  if (named) return blockText(named);
  const start = description?.slice(0, START) ?? '';
  if (start.length < START || written.blocks.some((block) => !dropped.has(block.id) && blockText(block).includes(start))) return undefined;
  const found = findText(root, start);
  const text = found ? collapse(rawText(blockAround(found)).replaceAll(LINE_BREAK, ' ')) : '';
  return isStandfirst(text) ? text : undefined;
}

function isStandfirst(text: string): boolean {
  return text.length <= LONGEST && countWords(text) >= FEWEST_WORDS;
}

function findText(root: SnapElement, start: string): SnapText | undefined {
  const [word = ''] = start.split(' ');
  let found: SnapText | undefined;
  visitElements(root, (element) => {
    if (found) return false;
    found = element.children.find((child): child is SnapText => child.kind === 'text' && child.text.trimStart().startsWith(word) && collapse(child.text).startsWith(start));
    return undefined;
  });
  return found;
}

function blockAround(text: SnapText): SnapElement {
  let at = text.parent;
  while (!at.block && at.parent) at = at.parent;
  return at;
}
