import { HAZARDS, type Hazard } from '~/lib/shared/guard';
import { isGuardModel } from '~/lib/shared/guard-models';

/**
 * Model families whose categories are known (contract section 9). Each numbers them in its own way. `unknown`: a
 * classifier that tells by its name no version.
 */
export type GuardFamily = 'llama-guard-1' | 'llama-guard-2' | 'llama-guard-3' | 'llama-guard-3-vision' | 'llama-guard-4' | 'unknown';

/** S1 to S13 as versions 3 and 4 number them. */
const THIRTEEN: readonly Hazard[] = [
  'violent-crimes', 'non-violent-crimes', 'sex-crimes', 'child-exploitation', 'defamation', 'specialized-advice', 'privacy',
  'intellectual-property', 'indiscriminate-weapons', 'hate', 'self-harm', 'sexual-content', 'elections',
];
const FOURTEEN: readonly Hazard[] = [...THIRTEEN, 'code-abuse'];

/** S1, S2 … by family. From S5 on the numbers of version 2 mean other things than those of version 3. */
const S_CODES: Record<GuardFamily, readonly Hazard[]> = {
  'llama-guard-1': [],
  'llama-guard-2': [
    'violent-crimes', 'non-violent-crimes', 'sex-crimes', 'child-exploitation', 'specialized-advice', 'privacy',
    'intellectual-property', 'indiscriminate-weapons', 'hate', 'self-harm', 'sexual-content',
  ],
  'llama-guard-3': FOURTEEN,
  'llama-guard-3-vision': THIRTEEN,
  'llama-guard-4': FOURTEEN,
  // The first four mean the same everywhere.
  unknown: THIRTEEN.slice(0, 4),
};

/**
 * O1 to O6 of version 1: violence and hate, sexual content, criminal planning, guns and illegal weapons, regulated
 * substances, self-harm. Where its category is wider than ours, each of ours that it covers; crimes with drugs and guns
 * are `non-violent-crimes` in Meta's description of S2.
 */
const O_CODES: readonly (readonly Hazard[])[] = [
  ['violent-crimes', 'hate'], ['sexual-content'], ['non-violent-crimes'], ['non-violent-crimes', 'indiscriminate-weapons'],
  ['non-violent-crimes'], ['self-harm'],
];

/** A version behind the name, not the number of parameters: `llama-guard3:8b`, `LlamaGuard-2-8b`, but `LlamaGuard-7b`. */
const VERSION = /llama[-_. ]?guard[-_. :]*v?([1-4])(?!\d*b|\d)/i;

/** The family that an id names, as vendors, Ollama and others write it; `undefined` for what is no known guard model. */
export function guardFamily(modelId: string): GuardFamily | undefined {
  if (!isGuardModel(modelId)) return undefined;
  const version = VERSION.exec(modelId)?.[1] ?? versionBySize(modelId);
  switch (version) {
    case '1':
      return 'llama-guard-1';
    case '2':
      return 'llama-guard-2';
    case '3':
      return /vision|11b/i.test(modelId) ? 'llama-guard-3-vision' : 'llama-guard-3';
    case '4':
      return 'llama-guard-4';
    default:
      return 'unknown';
  }
}

/** Sizes that only one version has; 8b was two of them. */
function versionBySize(modelId: string): string | undefined {
  const size = /(?<![\d.])(\d+)b(?![a-z])/i.exec(modelId)?.[1] ?? '';
  return { 7: '1', 1: '3', 11: '3', 12: '4' }[size];
}

/** Whether models of the family take pictures. `undefined`: not known. */
export function seesPictures(family: GuardFamily): boolean | undefined {
  if (family === 'unknown') return undefined;
  return family === 'llama-guard-3-vision' || family === 'llama-guard-4';
}

/**
 * What a code means in a family. A number without letter is one of the family's own. `['other']` for one that the
 * family does not define.
 */
export function hazardsOfCode(family: GuardFamily, letter: string, number: number): readonly Hazard[] {
  const isO = letter.toUpperCase() === 'O' || (letter === '' && family === 'llama-guard-1');
  const mayBeO = family === 'llama-guard-1' || family === 'unknown';
  const one = S_CODES[family][number - 1];
  return (isO ? (mayBeO ? O_CODES[number - 1] : undefined) : one && [one]) ?? ['other'];
}

/** What vendors call the categories, beside our own names; letters and digits alone. */
const NAMES: Record<string, Hazard> = {
  ...Object.fromEntries(HAZARDS.map((hazard) => [plain(hazard), hazard])),
  sexrelatedcrimes: 'sex-crimes',
  sexualcrimes: 'sex-crimes',
  childsexualexploitation: 'child-exploitation',
  childsexualabuse: 'child-exploitation',
  specialisedadvice: 'specialized-advice',
  weapons: 'indiscriminate-weapons',
  hatespeech: 'hate',
  suicideandselfharm: 'self-harm',
  suicideselfharm: 'self-harm',
  suicide: 'self-harm',
  sexual: 'sexual-content',
  codeinterpreterabuse: 'code-abuse',
  violence: 'violent-crimes',
};

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The hazard of that name, in any spelling; `undefined` when there is none. */
export function hazardByName(name: string): Hazard | undefined {
  const key = plain(name);
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

/** Each hazard once, in the order of the taxonomy. */
export function sortHazards(hazards: Iterable<Hazard>): Hazard[] {
  const found = new Set(hazards);
  return HAZARDS.filter((hazard) => found.has(hazard));
}
