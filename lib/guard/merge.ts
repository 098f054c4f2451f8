import { UNKNOWN_REASONS, type Verdict } from '~/lib/shared/guard';
import { sortHazards } from './hazards';

/**
 * The verdict on the whole of which these are the verdicts on the parts: unsafe as soon as one part is, with the hazards
 * of all; else `unknown` as soon as one is, for the first of their reasons in the order of `UNKNOWN_REASONS`. Of nothing
 * there is no verdict.
 */
export function mergeVerdicts(verdicts: readonly Verdict[]): Verdict {
  const unsafe = verdicts.filter((verdict) => verdict.kind === 'unsafe');
  if (unsafe.length > 0) return { kind: 'unsafe', hazards: sortHazards(unsafe.flatMap(({ hazards }) => hazards)) };
  const reasons = verdicts.flatMap((verdict) => (verdict.kind === 'unknown' ? verdict.reason : []));
  const reason = UNKNOWN_REASONS.find((each) => reasons.includes(each));
  if (reason) return { kind: 'unknown', reason };
  return verdicts.length > 0 ? { kind: 'safe' } : { kind: 'unknown', reason: 'unavailable' };
}
