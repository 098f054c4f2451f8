import type { MessageKey } from '~/lib/i18n/message';
import type { SafetyReport } from '~/lib/shared/guard';

/** `bad`: do not trust it. `warn`: look closer. `good`: nothing was found. `open`: not known. */
export type Tone = 'bad' | 'warn' | 'good' | 'open';

/** What a report comes to, in one line. `live`: parts are still being judged. */
export function headlineOf({ verdict, findings, judge, checked }: SafetyReport, live: boolean): { tone: Tone; key: MessageKey } {
  const only = verdict.kind === 'unsafe' && verdict.hazards.length === 1 ? verdict.hazards[0] : undefined;
  if (findings.length > 0 && (verdict.kind !== 'unsafe' || only === 'prompt-injection')) return { tone: 'warn', key: 'reportFindings' };
  if (verdict.kind === 'unsafe') return { tone: 'bad', key: 'reportUnsafe' };
  if (live) return { tone: 'open', key: 'reportSoFar' };
  if (judge.kind === 'device') return { tone: 'open', key: 'reportDevice' };
  if (verdict.kind !== 'safe') return { tone: 'open', key: 'reportUnknown' };
  return isWhole(checked) ? { tone: 'good', key: 'reportSafe' } : { tone: 'open', key: 'reportSafePart' };
}

/** What was to be checked was: pictures are, once one of them is. */
function isWhole({ words, wordsTotal, images, imagesTotal }: SafetyReport['checked']): boolean {
  return words >= wordsTotal && (images === 0 || images >= imagesTotal);
}
