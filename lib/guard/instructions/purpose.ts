import type { Carrier } from '~/lib/shared/guard';
import { readConcepts } from './concepts/read-concepts';
import { weighConcepts } from './concepts/weigh-concepts';
import { isReadable } from './decoders/substitution';
import { FOR } from './labels';
import { MARK } from './pattern';
import { BEARINGS } from './rules/bearings';
import { isKeywords, isNotice, isShown } from './talk';

/** What a stretch out of sight must weigh to be there for an assistant: the less, the less honest the place. */
const NEEDED: Partial<Record<Carrier, number>> = { 'same-colour': 5, 'unicode-tags': 2, 'invisible-characters': 2, encoded: 3, homoglyphs: 3, bidirectional: 3, visible: 7 };
const NEEDED_ELSEWHERE = 6.5;
/** Longer texts say many things, whatever hides them; an order is short. */
const LONG = 700;
const NEEDED_IN_LONG = 8;
/** What programs hand to each other, encoded or not. */
const STRUCTURED = /^\s?[{[<]|":|<\/[a-z]/;
/** Sentences that are weighed together, and characters. */
const SENTENCES = 3;
const STRETCH = 420;
/** A single sentence of this length is a list. */
const LIST = 420;
const SENTENCE = /(?:[^.!?。！？।؟]|[.!?](?!\s|$))+(?:[.!?।؟]+(?=\s|$)|[。！？]+|$)/g;
/** Somebody's words. */
const QUOTED = /[„“«『「"]/;

interface Sentence {
  start: number;
  end: number;
  bits: Uint32Array;
  named: boolean;
}

/** A stretch of a text out of sight that speaks of what only an assistant has to do with. */
export interface Purpose {
  start: number;
  end: number;
}

/** Characters before the colon. */
const LONGEST_ADDRESS = 180;
/** Words to somebody before what is said to them. */
const DEAR = String.raw`(?:dear|hey|hello|hi|lieber?|chere?s?|querid[oa]s?|car[oaie]|beste|kara|drog[ai]\S*|drah[ya]|дорог\S+|уважаем\S+|sevgili|عزيزي|प्रिय)\s`;
const ADDRESSED = new RegExp(`^(?:[^${MARK}.!?]{0,30}?(?:${FOR}|${DEAR})|[\\p{P}\\s]*)${MARK}+[^${MARK}.:!?]{0,90}:`, 'u');

/** A test that costs little. */
export function mayBeAddressed(folded: string): boolean {
  const colon = folded.indexOf(':');
  return colon > 0 && colon < LONGEST_ADDRESS;
}

/** Whether a text begins by naming an artificial reader as the one it is for. */
export function isAddressed(marked: string): boolean {
  return ADDRESSED.test(marked);
}

/** @param marked the folded text with artificial readers marked */
export function findPurpose(folded: string, marked: string, carrier: Carrier): Purpose | undefined {
  const needed = folded.length > LONG ? NEEDED_IN_LONG : STRUCTURED.test(folded) ? NEEDED_ELSEWHERE : (NEEDED[carrier] ?? NEEDED_ELSEWHERE);
  if (weighConcepts(readConcepts(folded), marked.includes(MARK)) < needed || isKeywords(folded)) return undefined;
  const sentences = readSentences(folded, marked);
  for (let at = 0; at < sentences.length; at++) {
    const first = sentences[at] as Sentence;
    const near = sentences.slice(at, at + SENTENCES).filter(({ end }) => end - first.start <= STRETCH);
    const end = near.at(-1)?.end;
    if (end === undefined || weigh(near) < needed) continue;
    const stretch = folded.slice(first.start, end);
    if (!isReadable(stretch) || isNotice(folded, first.start, end) || (QUOTED.test(stretch) && (isShown(folded, first.start, first.start) || isShown(folded, end, end)))) continue;
    if (weigh(near) + honesty(stretch) >= needed) return { start: first.start, end };
  }
  return undefined;
}

function readSentences(folded: string, marked: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, 0: text } of folded.matchAll(SENTENCE)) {
    if (text.length > LIST) continue;
    sentences.push({ start: index, end: index + text.length, bits: readConcepts(text), named: marked.slice(index, index + text.length).includes(MARK) });
  }
  return sentences;
}

/** The concepts of all, language by language. */
function weigh(sentences: readonly Sentence[]): number {
  const [first, ...more] = sentences;
  const bits = first?.bits.map((concepts, language) => more.reduce((all, sentence) => all | (sentence.bits[language] ?? 0), concepts));
  return bits ? weighConcepts(bits, sentences.some(({ named }) => named)) : 0;
}

/** What speaks for honest text: a site's own helper, the state of a program, developers among themselves. */
function honesty(stretch: string): number {
  return BEARINGS.reduce((sum, { weight, pattern }) => (weight < 0 && stretch.search(pattern.expression) >= 0 ? sum + weight : sum), 0);
}
