import { foldLetters } from '../fold';
import type { Cue, CueWords } from './cue';

/** Words of folded text, in scripts that have words. */
const WORDS = /a\.i\.|[a-z\d\u0400-\u04FF\u0600-\u065F\u066E-\u06FF\u0900-\u097F]+/g;
const LONGEST_STEM = 16;
/** Words remembered: those of a page repeat. */
const MOST = 20_000;

/** Finds the cues of one family of languages. */
export class CueFinder {
  readonly #whole = new Map<string, Set<Cue>>();
  readonly #stems = new Map<string, Set<Cue>>();
  readonly #parts: (readonly [string, Cue])[] = [];
  readonly #script: RegExp | undefined;
  readonly #known = new Map<string, readonly Cue[]>();

  /** `parts` stand anywhere in words of `script`, and each such word is of the tongue. */
  constructor(words: CueWords, script?: RegExp, parts: CueWords = {}) {
    for (const [cue, list] of entries(words)) {
      for (const word of list) {
        const isStem = word.endsWith('-');
        const held = isStem ? this.#stems : this.#whole;
        const key = isStem ? word.slice(0, -1) : word;
        held.set(key, (held.get(key) ?? new Set<Cue>()).add(cue));
      }
    }
    for (const [cue, list] of entries(parts)) for (const part of list) this.#parts.push([part, cue]);
    this.#script = script;
  }

  /** The cues of one word. */
  read(word: string): readonly Cue[] {
    const known = this.#known.get(word);
    if (known) return known;
    const found = new Set<Cue>(this.#whole.get(word));
    for (let length = 1; length <= Math.min(word.length, LONGEST_STEM); length++) for (const cue of this.#stems.get(word.slice(0, length)) ?? []) found.add(cue);
    if (this.#script?.test(word)) {
      found.add('tongue');
      for (const [part, cue] of this.#parts) if (word.includes(part)) found.add(cue);
    }
    if (this.#known.size < MOST) this.#known.set(word, [...found]);
    return [...found];
  }
}

/** The words of a folded text, each once. */
export function wordsOf(folded: string): Set<string> {
  return new Set(folded.match(WORDS));
}

function entries(words: CueWords): [Cue, string[]][] {
  return Object.entries(words).map(([cue, list]) => [cue as Cue, foldLetters(list).trim().split(/\s+/)]);
}
