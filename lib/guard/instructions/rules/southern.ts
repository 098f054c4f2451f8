import type { Rule } from '../rule';
import { arabicRules } from './arabic';
import { greekRules } from './greek';
import { hebrewRules } from './hebrew';
import { hindiRules } from './hindi';
import { indonesianRules } from './indonesian';
import { persianRules } from './persian';
import { turkishRules } from './turkish';
import { vietnameseRules } from './vietnamese';

/** Languages of Greece, of West, South and South-East Asia that set their words apart. */
export const southernRules = (): Rule[] => [...turkishRules(), ...arabicRules(), ...persianRules(), ...hindiRules(), ...indonesianRules(), ...vietnameseRules(), ...hebrewRules(), ...greekRules()];
