import { formatMoney, formatPercent, formatTime } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import type { SafetyReport } from '~/lib/shared/guard';

/** What was checked, by whom and when: a sentence each. */
export function describeFacts({ checked, judge, at, estimate }: SafetyReport): string[] {
  const { words, wordsTotal, images, imagesTotal, parts, partsTotal } = checked;
  if (judge.kind === 'model' && parts === 0 && estimate) return [sayEstimate(estimate), t('reportBy', judge.model, judge.host)];
  const facts: string[] = [];
  if (judge.kind === 'device') facts.push(t('reportByDevice'));
  else {
    if (wordsTotal > 0) facts.push(words >= wordsTotal ? t('reportReadAll', words) : t('reportReadPart', words, wordsTotal, formatPercent(words / wordsTotal)));
    if (images > 0) facts.push(plural('reportImages', imagesTotal, images));
    if (parts < partsTotal) facts.push(t('reportParts', parts, partsTotal));
    facts.push(t('reportBy', judge.model, judge.host));
  }
  facts.push(t('reportAt', formatTime(at)));
  return facts;
}

/** What is to come. */
function sayEstimate({ requests, tokens, usd }: NonNullable<SafetyReport['estimate']>): string {
  const cost = usd === undefined ? t('picturesTokens', tokens) : t('picturesTokensCost', tokens, formatMoney(usd));
  return `${plural('reportRequests', requests)} ${cost}`;
}
