import { Lexicon, type Vocabulary } from '../cues/lexicon';
import { CONCEPTS, type Concept } from './concept';
import { EASTERN } from './eastern';
import { DUTCH, ENGLISH, GERMAN, SWEDISH } from './germanic';
import { FRENCH, IBERIAN, ITALIAN } from './romance';
import { GREEK, HEBREW } from './levant';
import { CZECH, EAST_SLAVIC, POLISH } from './slavic';
import { ARABIC, HINDI, INDONESIAN, PERSIAN, TURKISH, VIETNAMESE } from './southern';

/** One for each language, or for those that share most words. */
const VOCABULARIES: readonly Vocabulary<Concept>[] = [
  ...[ENGLISH, GERMAN, DUTCH, SWEDISH, FRENCH, IBERIAN, ITALIAN, EAST_SLAVIC, POLISH, CZECH, TURKISH, INDONESIAN].map((words) => ({ words })),
  ...[ARABIC, PERSIAN].map((parts) => ({ words: {}, parts, script: /[\u0600-\u06FF]/ })),
  { words: {}, parts: HEBREW, script: /[\u05D0-\u05EA]/ },
  { words: {}, parts: GREEK, script: /[\u0370-\u03FF]/ },
  { words: {}, parts: HINDI, script: /[\u0900-\u097F]/ },
];
/** Languages in which concepts are no words, and what a text in them holds. */
const PHRASED = [
  { letters: /[\u3040-\u9FFF\uAC00-\uD7AF]/, concepts: EASTERN },
  { letters: /\b(?:khong|cua|nguoi|hay|duoc|cho|nhung|trong)\b/, concepts: VIETNAMESE },
];

let lexicon: Lexicon<Concept> | undefined;

/** The concepts of a folded text in each language, as bits by `CONCEPTS`: most languages have few in a text of another. */
export function readConcepts(folded: string): Uint32Array {
  lexicon ??= new Lexicon(VOCABULARIES, CONCEPTS);
  const phrased = PHRASED.map(({ letters, concepts }) => (letters.test(folded) ? CONCEPTS.reduce((bits, concept, at) => (concepts[concept].test(folded) ? bits | (1 << at) : bits), 0) : 0));
  return Uint32Array.from([...lexicon.read(folded), ...phrased]);
}
