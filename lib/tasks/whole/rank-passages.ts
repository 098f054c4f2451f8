import MiniSearch from 'minisearch';
import { getFunctionWords } from '~/lib/shared/function-words';
import { primarySubtag } from '~/lib/shared/language-tag';
import { termsOf } from '../quick-summary/terms';
import { type DocumentPart, partText } from './split-document';

/** Headings say what a passage is about, but are the same for many. */
const BOOST = { trail: 0.5 };
/** Words of so many letters are found with a slip in them. */
const FUZZY_FROM = 5;

/**
 * The passages that have words of the question, best first, by their indexes. Words are found by `Intl.Segmenter` where a script has no
 * spaces, and by their stems.
 * @param lang BCP 47 tag of the passages, as far as known
 */
export function rankPassages(passages: readonly DocumentPart[], question: string, lang: string | undefined): number[] {
  const ofText = getFunctionWords(primarySubtag(lang ?? ''));
  // A question may be in another language than the page.
  const asked = firstFull([getFunctionWords(''), ofText, new Set<string>()], (words) => termsOf(question, words, true));
  if (asked.length === 0) return [];
  const index = new MiniSearch<{ id: number; text: string; trail: string }>({
    fields: ['text', 'trail'],
    tokenize: (text) => termsOf(text, ofText, true),
    processTerm: (term) => term,
  });
  index.addAll(passages.map(({ blocks, trail }, id) => ({ id, text: partText(blocks), trail: trail.join(' ') })));
  const found = index.search(question, { tokenize: () => asked, boost: BOOST, fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false) });
  return found.map(({ id }) => id as number);
}

function firstFull<T, U>(choices: readonly T[], find: (choice: T) => U[]): U[] {
  for (const choice of choices) {
    const found = find(choice);
    if (found.length > 0) return found;
  }
  return [];
}
