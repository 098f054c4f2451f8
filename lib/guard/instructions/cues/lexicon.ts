import { foldLetters } from '../fold';
import type { Cue } from './cue';

/** Words by what they are a sign of. */
type SignWords<S extends string> = Partial<Record<S, string>>;

/** Words of one family of languages. */
export interface Vocabulary<S extends string = Cue> {
  words: SignWords<S>;
  /** A word in these letters is of the tongue, and may hold any of `parts`. */
  script?: RegExp;
  parts?: SignWords<S>;
}

/** What a word says: pairs of the vocabulary's index and the bits of its signs there. */
type Meaning = readonly number[];

/** Words of folded text, in scripts that have words. */
const WORDS = /a\.i\.|[a-z\d\u0400-\u04FF\u0600-\u065F\u066E-\u06FF\u0900-\u097F\u0370-\u03FF\u05D0-\u05EA]+/g;
const LONGEST_STEM = 16;
/** Letters by which most words are known to begin with no stem. */
const HEAD = 2;
/** Words remembered: those of a page repeat. */
const MOST = 20_000;
const NOTHING: Meaning = [];

/** Finds the signs of all vocabularies in one pass over a text: the time is that of its words, however many rules there are. */
export class Lexicon<S extends string = Cue> {
  readonly #vocabularies: readonly Vocabulary<S>[];
  readonly #signs: readonly S[];
  /** Of a word in the letters of a vocabulary; none where no such sign is told apart. */
  readonly #tongue: number;
  readonly #whole = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();
  readonly #heads = new Set<string>();
  readonly #parts: (readonly [part: string, vocabulary: number, bits: number])[] = [];
  readonly #known = new Map<string, Meaning>();

  /** @param signs all of them, in the order of their bits: 31 at most */
  constructor(vocabularies: readonly Vocabulary<S>[], signs: readonly S[], tongue?: S) {
    this.#vocabularies = vocabularies;
    this.#signs = signs;
    this.#tongue = tongue === undefined ? 0 : this.#bitOf(tongue);
    vocabularies.forEach(({ words, parts = {} }, index) => {
      for (const [bits, list] of this.#entries(words)) for (const word of list) this.#learn(word, index, bits);
      for (const [bits, list] of this.#entries(parts)) for (const part of list) this.#parts.push([part, index, bits]);
    });
  }

  /** The signs that a folded text holds, as bits: one number for each vocabulary. */
  read(folded: string): Uint32Array {
    const found = new Uint32Array(this.#vocabularies.length);
    for (const word of folded.match(WORDS) ?? []) {
      const meaning = this.#known.get(word) ?? this.#lookUp(word);
      for (let at = 0; at < meaning.length; at += 2) found[meaning[at] as number] = (found[meaning[at] as number] ?? 0) | (meaning[at + 1] as number);
    }
    return found;
  }

  #bitOf(sign: S): number {
    return 1 << this.#signs.indexOf(sign);
  }

  #entries(words: SignWords<S>): [bits: number, words: string[]][] {
    return Object.entries<string | undefined>(words).map(([sign, list = '']) => [this.#bitOf(sign as S), foldLetters(list).trim().split(/\s+/)]);
  }

  #learn(word: string, index: number, bits: number): void {
    const isStem = word.endsWith('-');
    const key = isStem ? word.slice(0, -1) : word;
    if (isStem) this.#heads.add(key.slice(0, HEAD));
    const held = isStem ? this.#stems : this.#whole;
    const known = held.get(key);
    if (known) add(known, index, bits);
    else held.set(key, [index, bits]);
  }

  #lookUp(word: string): Meaning {
    const found: number[] = [];
    const gather = (meaning: Meaning = NOTHING) => {
      for (let at = 0; at < meaning.length; at += 2) add(found, meaning[at] as number, meaning[at + 1] as number);
    };
    gather(this.#whole.get(word));
    if (this.#heads.has(word.slice(0, HEAD))) {
      for (let length = HEAD; length <= Math.min(word.length, LONGEST_STEM); length++) gather(this.#stems.get(word.slice(0, length)));
    }
    this.#vocabularies.forEach(({ script }, index) => {
      if (!script?.test(word)) return;
      if (this.#tongue) add(found, index, this.#tongue);
      for (const [part, of, bits] of this.#parts) if (of === index && word.includes(part)) add(found, index, bits);
    });
    const meaning = found.length > 0 ? found : NOTHING;
    if (this.#known.size < MOST) this.#known.set(word, meaning);
    return meaning;
  }
}

function add(meaning: number[], index: number, bits: number): void {
  for (let at = 0; at < meaning.length; at += 2) {
    if (meaning[at] !== index) continue;
    meaning[at + 1] = (meaning[at + 1] ?? 0) | bits;
    return;
  }
  meaning.push(index, bits);
}
