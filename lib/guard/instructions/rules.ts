import type { Cue } from './cues/cue';
import { ENGLISH_CUES } from './cues/english';
import { CueFinder, wordsOf } from './cues/find-cues';
import { GERMANIC_CUES } from './cues/germanic';
import { ROMANCE_CUES } from './cues/romance';
import { SLAVIC_CUES } from './cues/slavic';
import { INFLECTED_CUES, SOUTHERN_CUES } from './cues/southern';
import type { Pattern } from './pattern';
import type { Rule, Sign } from './rule';
import { ASIAN, ASIAN_STEMS } from './rules/asian';
import { ENGLISH } from './rules/en';
import { GERMANIC } from './rules/germanic';
import { MARKUP, MARKUP_STEMS } from './rules/markup';
import { FRENCH, IBERIAN, ITALIAN } from './rules/romance';
import { SLAVIC } from './rules/slavic';
import { SOUTHERN } from './rules/southern';

/** Signs that say something only beside others. */
const TRAILING: ReadonlySet<Sign> = new Set(['order', 'praise']);
/** Signs of which one must stand in what readers see. */
const LEADING: ReadonlySet<Sign> = new Set(['override', 'template', 'reveal', 'leak', 'jailbreak', 'conceal', 'address', 'mandate']);

/** Cues without which a rule of a sign matches nothing: one of each list. */
const NEEDS: Partial<Record<Sign, readonly (readonly Cue[])[]>> = {
  override: [['given']],
  reveal: [['given', 'held']],
  address: [['reader'], ['tongue']],
  mandate: [['reader'], ['tongue']],
  reading: [['task', 'user', 'given', 'held']],
  persona: [['persona']],
};

/** Rules that are asked together, and how it is known which of them may match: what is not asked costs nothing, not even its compilation. */
interface Family {
  rules: readonly Rule[];
  cues?: CueFinder;
  /** For scripts without words, and for marks: what none of the rules goes without. */
  stems?: Pattern;
}

const FAMILIES: readonly Family[] = [
  { rules: MARKUP, stems: MARKUP_STEMS },
  { rules: ENGLISH, cues: new CueFinder(ENGLISH_CUES) },
  { rules: GERMANIC, cues: new CueFinder(GERMANIC_CUES) },
  { rules: [...FRENCH, ...IBERIAN, ...ITALIAN], cues: new CueFinder(ROMANCE_CUES) },
  { rules: SLAVIC, cues: new CueFinder(SLAVIC_CUES, /[\u0400-\u04FF]/) },
  { rules: SOUTHERN, cues: new CueFinder(SOUTHERN_CUES, /[\u0600-\u06FF\u0900-\u097F]/, INFLECTED_CUES) },
  { rules: ASIAN, stems: ASIAN_STEMS },
];

/** Every rule by which instructions to an assistant are known, each with what it must and must not find. */
export const RULES: readonly Rule[] = FAMILIES.flatMap(({ rules }) => rules);

/** Rules that only add to what others found. */
export const TRAILING_RULES: readonly Rule[] = RULES.filter(({ sign }) => TRAILING.has(sign));

/** Rules of which one must match before any other is asked, as far as the text's words allow that they match. */
export function leadingRules(folded: string, place: 'hidden' | 'visible'): Rule[] {
  return mayMatch(folded, (sign) => (place === 'visible' ? LEADING.has(sign) : !TRAILING.has(sign)));
}

/** Rules that only count in sight where a leading one does. */
export function followingRules(folded: string, place: 'hidden' | 'visible'): Rule[] {
  return place === 'visible' ? mayMatch(folded, (sign) => !LEADING.has(sign) && !TRAILING.has(sign)) : [];
}

function mayMatch(folded: string, isAsked: (sign: Sign) => boolean): Rule[] {
  const words = wordsOf(folded);
  return FAMILIES.flatMap(({ rules, cues, stems }) => {
    if (stems) return folded.search(stems.expression) >= 0 ? rules.filter(({ sign }) => isAsked(sign)) : [];
    const found = new Set<Cue>();
    for (const word of words) for (const cue of cues?.read(word) ?? []) found.add(cue);
    return rules.filter(({ sign, needs = NEEDS[sign] ?? [] }) => isAsked(sign) && needs.every((list) => list.some((cue) => found.has(cue))));
  });
}
