import { t, type MessageKey } from '~/lib/i18n/message';
import type { Carrier, Checkpoint, Finding, GuardError, GuardLogEntry, GuardNote, Hazard, Verdict } from '~/lib/shared/guard';
import { describeError } from '../ui/error-messages';

/** Hazards in plain words. */
const HAZARDS: Record<Hazard, MessageKey> = {
  'violent-crimes': 'hazardViolentCrimes',
  'non-violent-crimes': 'hazardNonViolentCrimes',
  'sex-crimes': 'hazardSexCrimes',
  'child-exploitation': 'hazardChildExploitation',
  defamation: 'hazardDefamation',
  'specialized-advice': 'hazardSpecializedAdvice',
  privacy: 'hazardPrivacy',
  'intellectual-property': 'hazardIntellectualProperty',
  'indiscriminate-weapons': 'hazardIndiscriminateWeapons',
  hate: 'hazardHate',
  'self-harm': 'hazardSelfHarm',
  'sexual-content': 'hazardSexualContent',
  elections: 'hazardElections',
  'code-abuse': 'hazardCodeAbuse',
  'prompt-injection': 'hazardPromptInjection',
  other: 'hazardOther',
};

const CARRIERS: Record<Carrier, MessageKey> = {
  'hidden-text': 'carrierHiddenText',
  'same-colour': 'carrierSameColour',
  'unicode-tags': 'carrierUnicodeTags',
  'invisible-characters': 'carrierInvisibleCharacters',
  bidirectional: 'carrierBidirectional',
  homoglyphs: 'carrierHomoglyphs',
  comment: 'carrierComment',
  attribute: 'carrierAttribute',
  metadata: 'carrierMetadata',
  encoded: 'carrierEncoded',
  visible: 'carrierVisible',
};

const CHECKPOINTS: Record<GuardLogEntry['checkpoint'], MessageKey> = {
  message: 'checkpointMessage',
  page: 'checkpointPage',
  image: 'checkpointImage',
  answer: 'checkpointAnswer',
  hidden: 'checkpointHidden',
};

const REASONS: Record<Extract<Verdict, { kind: 'unknown' }>['reason'], MessageKey> = {
  unreadable: 'unknownUnreadable',
  refused: 'unknownRefused',
  timeout: 'unknownTimeout',
  unavailable: 'unknownUnavailable',
  'not-taken': 'unknownNotTaken',
};

const OUTCOMES: Record<GuardNote['outcome'], MessageKey> = {
  passed: 'outcomePassed',
  warned: 'outcomeWarned',
  blocked: 'outcomeBlocked',
};

export function nameHazard(hazard: Hazard): string {
  return t(HAZARDS[hazard]);
}

/** A guard may find something unsafe and not say why. */
export function nameHazards(hazards: readonly Hazard[]): string {
  return (hazards.length > 0 ? hazards : (['other'] as const)).map(nameHazard).join(', ');
}

/** Where an order to an assistant was put. */
export function nameCarrier(carrier: Carrier): string {
  return t(CARRIERS[carrier]);
}

/** Where an order was put, and how it is disguised: one that readers see is never called hidden. */
export function nameFinding({ carrier, place }: Pick<Finding, 'carrier' | 'place'>): string {
  return place === 'visible' && carrier !== 'visible' ? `${nameCarrier('visible')} · ${nameCarrier(carrier)}` : nameCarrier(carrier);
}

export function nameCheckpoint(checkpoint: Checkpoint | 'hidden'): string {
  return t(CHECKPOINTS[checkpoint]);
}

/** What is hidden in a page is left out of what is sent; nothing else stops for it. */
export function nameOutcome(checkpoint: GuardLogEntry['checkpoint'], outcome: GuardNote['outcome']): string {
  return t(checkpoint === 'hidden' && outcome === 'blocked' ? 'outcomeLeftOut' : OUTCOMES[outcome]);
}

/** A verdict in a few words: that nothing was found, the hazards, or why there is none; by the error, where there was one. */
export function describeVerdict(verdict: Verdict, error?: GuardError): string {
  switch (verdict.kind) {
    case 'safe':
      return t('verdictSafe');
    case 'unsafe':
      return nameHazards(verdict.hazards);
    case 'unknown':
      return error ? describeError(error) : t(REASONS[verdict.reason]);
  }
}
