import { hasLookalikes, toLatin } from './decoders/homoglyphs';
import { withoutInvisible } from './decoders/invisible';
import { fold } from './fold';

const LONGEST = 300;
/** Characters before the words that weigh most. */
const BEFORE = 100;
/** Characters of a found passage that tell whether it stands in a text as it is. */
const START = 40;

/** Whether a text holds the words even when its invisible characters are taken away. */
export function readsAs(text: string, words: string): boolean {
  return fold(withoutInvisible(text)).includes(words);
}

/**
 * The words of a text that were read as `excerpt`, as they are written; undefined when they are written so.
 * @param core words of the excerpt, folded
 */
export function writtenWords(text: string, excerpt: string, core: string): string | undefined {
  const clean = withoutInvisible(text).replace(/\s+/g, ' ').trim();
  if (clean.includes(excerpt.slice(0, START))) return undefined;
  const from = Math.max(0, findWritten(clean, core) - BEFORE);
  return [...clean.slice(from)].slice(0, LONGEST).join('').trim();
}

/** Where, nearly, the words stand: plain letters take about as much room as those they were made from; else at the longest run of signs. */
function findWritten(clean: string, core: string): number {
  for (const plain of [fold(clean), ...(hasLookalikes(clean) ? [fold(toLatin(clean))] : []), fold(toLatin(clean.normalize('NFKC')))]) {
    const at = plain.indexOf(core);
    if (at !== -1) return Math.floor((at / plain.length) * clean.length);
  }
  const longest = clean.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '');
  return clean.indexOf(longest);
}
