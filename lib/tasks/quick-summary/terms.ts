import { getFunctionWords } from '~/lib/shared/function-words';

/** A sentence as a sparse vector of unit length; ids ascend. */
export interface TermVector {
  ids: number[];
  weights: number[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Particles and endings. */
const KANA_ENDING = /^\p{Script=Hiragana}{1,3}$/u;
const SINGLE = /^[\p{Script=Han}\p{Script=Thai}\p{Script=Katakana}]$/u;
/** Inflection is mostly at the end: words count as one when their first letters are. */
const STEM = 6;

let segmenter: Intl.Segmenter | undefined;

/** Terms of a text, in order: words cut to a stem, without function words; `singles`: with words of a single Han character, too. */
export function termsOf(text: string, functionWords: ReadonlySet<string>, singles = false): string[] {
  const terms: string[] = [];
  const add = (word: string) => {
    if (functionWords.has(word) || (word.length === 1 && /\p{L}/u.test(word) && !/\p{Script=Han}/u.test(word))) return;
    const bare = /^[\u0600-\u06ff]/.test(word) ? word.replace(/^(?:[وفبكل]?ال)(?=.{3})/u, '') : word;
    terms.push(bare.length > STEM ? bare.slice(0, STEM) : bare);
  };
  if (!UNSPACED.test(text)) {
    for (const word of text.toLowerCase().match(WORD) ?? []) add(word);
    return terms;
  }
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike && !KANA_ENDING.test(segment) && (singles || !SINGLE.test(segment))) add(segment);
  }
  return terms;
}

/** Texts as tf-idf vectors over their common vocabulary, and the same for any further text. */
export function vectorize(texts: readonly string[], language: string): { vectors: TermVector[]; vectorOf(text: string): TermVector; terms: number } {
  const functionWords = getFunctionWords(language);
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const counts = texts.map((text) => {
    const inText = new Map<number, number>();
    for (const term of termsOf(text, functionWords)) {
      let id = ids.get(term);
      if (id === undefined) ids.set(term, (id = ids.size));
      const count = inText.get(id) ?? 0;
      if (count === 0) frequency[id] = (frequency[id] ?? 0) + 1;
      inText.set(id, count + 1);
    }
    return inText;
  });
  const weigh = (inText: Map<number, number>): TermVector => {
    const sorted = [...inText.keys()].sort((a, b) => a - b);
    const weights = sorted.map((id) => {
      const df = frequency[id] ?? 1;
      return (1 + Math.log(inText.get(id) ?? 1)) * Math.log(1 + (texts.length - df + 0.5) / (df + 0.5));
    });
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return { ids: sorted, weights: weights.map((weight) => weight / norm) };
  };
  return {
    vectors: counts.map(weigh),
    terms: ids.size,
    vectorOf: (text) => {
      const inText = new Map<number, number>();
      for (const term of termsOf(text, functionWords)) {
        const id = ids.get(term);
        if (id !== undefined) inText.set(id, (inText.get(id) ?? 0) + 1);
      }
      return weigh(inText);
    },
  };
}

/** Cosine of two vectors. */
export function similarity(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i] ?? 0;
    const right = b.ids[j] ?? 0;
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}
