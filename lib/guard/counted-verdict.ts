import type { Hazard, Verdict } from '~/lib/shared/guard';

/** A verdict without the hazards that do not count for this reader; `safe` when none is left of some. */
export function countedVerdict(verdict: Verdict, hazards: readonly Hazard[]): Verdict {
  if (verdict.kind !== 'unsafe' || verdict.hazards.length === 0) return verdict;
  const counted = verdict.hazards.filter((hazard) => hazards.includes(hazard));
  return counted.length > 0 ? { kind: 'unsafe', hazards: counted } : { kind: 'safe' };
}
