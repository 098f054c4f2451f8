import { bitsOf, CUES, type Cue } from './cues/cue';
import { CIPHER_CUES } from './cues/ciphers';
import { ENGLISH_CUES } from './cues/english';
import { GERMANIC_CUES } from './cues/germanic';
import { Lexicon, type Vocabulary } from './cues/lexicon';
import { MARKUP_CUES } from './cues/markup';
import { ROMANCE_CUES } from './cues/romance';
import { SLAVIC_CUES } from './cues/slavic';
import { INFLECTED_CUES, SOUTHERN_CUES } from './cues/southern';
import type { Pattern } from './pattern';
import type { Rule, Sign } from './rule';
import { ASIAN_STEMS, asianRules } from './rules/asian';
import { dutchCalls, swedishCalls } from './rules/calls-dutch';
import { eastSlavicCalls } from './rules/calls-east-slavic';
import { frenchCalls, italianCalls } from './rules/calls-french';
import { germanCalls } from './rules/calls-german';
import { iberianCalls } from './rules/calls-iberian';
import { westSlavicCalls } from './rules/calls-west-slavic';
import { englishRules } from './rules/en';
import { englishBids } from './rules/en-bids';
import { englishPlain } from './rules/en-plain';
import { germanicRules } from './rules/germanic';
import { MARKUP_STEMS, markupRules } from './rules/markup';
import { frenchRules, iberianRules, italianRules } from './rules/romance';
import { slavicRules } from './rules/slavic';
import { southernRules } from './rules/southern';

/** Signs that say something only beside others. */
const TRAILING: ReadonlySet<Sign> = new Set(['order', 'praise']);
/** Signs of which one must stand in what readers see. */
const LEADING: ReadonlySet<Sign> = new Set(['override', 'template', 'reveal', 'leak', 'jailbreak', 'bid', 'conceal', 'address', 'mandate']);

/** Cues without which a rule of a sign matches nothing: one of each list. */
const NEEDS: Partial<Record<Sign, readonly (readonly Cue[])[]>> = {
  override: [['given']],
  reveal: [['given', 'held']],
  address: [['reader'], ['tongue']],
  mandate: [['reader'], ['tongue']],
  call: [['reader'], ['tongue']],
  reading: [['task', 'user', 'given', 'held']],
  persona: [['persona']],
};

/** Rules that are asked together, and how it is known which of them may match: what is not asked costs nothing, not even its making. */
interface Family {
  make: () => readonly Rule[];
  vocabulary?: Vocabulary;
  /** What none of the rules goes without; looked for only where the words or letters of the text allow. */
  stems?: Pattern;
  letters?: RegExp;
}

const FAMILIES: readonly Family[] = [
  { make: markupRules, vocabulary: { words: MARKUP_CUES }, stems: MARKUP_STEMS, letters: /<\||\[\/?[a-z]|<<|<\/?[a-z]|!\[|##/ },
  { make: () => [...englishRules(), ...englishBids(), ...englishPlain()], vocabulary: { words: ENGLISH_CUES } },
  { make: () => [...germanicRules(), ...germanCalls(), ...dutchCalls(), ...swedishCalls()], vocabulary: { words: GERMANIC_CUES } },
  { make: () => [...frenchRules(), ...frenchCalls(), ...iberianRules(), ...iberianCalls(), ...italianRules(), ...italianCalls()], vocabulary: { words: ROMANCE_CUES } },
  { make: () => [...slavicRules(), ...eastSlavicCalls(), ...westSlavicCalls()], vocabulary: { words: SLAVIC_CUES, script: /[\u0400-\u04FF]/ } },
  { make: southernRules, vocabulary: { words: SOUTHERN_CUES, script: /[\u0600-\u06FF\u0900-\u097F\u0370-\u03FF\u05D0-\u05EA]/, parts: INFLECTED_CUES } },
  { make: asianRules, stems: ASIAN_STEMS, letters: /[\u3040-\u9FFF\uAC00-\uD7AF]/ },
];
const ENGLISH = 1;
const CIPHERS = FAMILIES.length;

/** A rule, and the cues of which a text must hold one of each. */
interface Candidate {
  rule: Rule;
  needs: readonly number[];
}

const made = new Map<number, readonly Candidate[]>();

/** The rules of a family, made when a text first speaks its language. */
function rulesOf(family: number): readonly Candidate[] {
  let rules = made.get(family);
  if (!rules) {
    const { make, stems } = FAMILIES[family] as Family;
    rules = make().map((rule) => ({ rule, needs: stems ? [] : (rule.needs ?? NEEDS[rule.sign] ?? []).map(bitsOf) }));
    made.set(family, rules);
  }
  return rules;
}

/** Every rule by which instructions to an assistant are known, each with what it must and must not find. */
export function allRules(): Rule[] {
  return FAMILIES.flatMap((_, family) => rulesOf(family).map(({ rule }) => rule));
}

let lexicon: Lexicon | undefined;

/** What the words of a folded text are signs of: one number for each family, and one for ciphers. */
export function readCues(folded: string): Uint32Array {
  lexicon ??= new Lexicon([...FAMILIES.map(({ vocabulary }) => vocabulary ?? { words: {} }), { words: CIPHER_CUES }], CUES, 'tongue');
  return lexicon.read(folded);
}

const READER = bitsOf(['reader']);

/** Whether words of the text may run into each other. */
export function mayBeJoined(cues: Uint32Array): boolean {
  return ((cues[CIPHERS] ?? 0) & bitsOf(['given'])) > 0 || ((cues[ENGLISH] ?? 0) & bitsOf(['forget'])) > 0;
}

/** Rules that may match a text, as far as its words allow. */
export class MayMatch {
  /** A word of the text may be part of an artificial reader's name. */
  readonly mayName: boolean;
  readonly #candidates: Rule[] = [];

  constructor(folded: string, cues: Uint32Array) {
    this.mayName = cues.some((bits, family) => family !== CIPHERS && (bits & READER) > 0) || FAMILIES.some(({ vocabulary, letters }) => !vocabulary && letters?.test(folded));
    FAMILIES.forEach(({ stems, letters }, family) => {
      const bits = cues[family] ?? 0;
      if (stems && !((bits > 0 || letters?.test(folded)) && folded.search(stems.expression) >= 0)) return;
      if (!stems && bits === 0) return;
      for (const { rule, needs } of rulesOf(family)) if (needs.every((need) => (bits & need) > 0)) this.#candidates.push(rule);
    });
  }

  /** Rules of which one must match before any other is asked. */
  leading(place: 'hidden' | 'visible'): Rule[] {
    return this.#candidates.filter(({ sign }) => (place === 'visible' ? LEADING.has(sign) : !TRAILING.has(sign)));
  }

  /** Rules that only count in sight where a leading one does. */
  following(place: 'hidden' | 'visible'): Rule[] {
    return place === 'visible' ? this.#candidates.filter(({ sign }) => !LEADING.has(sign) && !TRAILING.has(sign)) : [];
  }

  /** Rules that only add to what others found: those of the languages in which something was found, and those of none. */
  trailing(languages: ReadonlySet<string>): Rule[] {
    const all = [...languages].every((language) => language === 'any');
    return FAMILIES.flatMap((_, family) => rulesOf(family))
      .map(({ rule }) => rule)
      .filter(({ id, sign }) => TRAILING.has(sign) && (all || languages.has(languageOf(id)) || languageOf(id) === 'any'));
  }
}

/** The language of a rule, by its id; `any` for marks. */
export function languageOf(id: string): string {
  return id.split('-', 1)[0] ?? '';
}
