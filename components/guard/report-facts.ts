import { formatMoney, formatPercent, formatTime } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import type { SafetyReport } from '~/lib/shared/guard';

/** What was checked, by whom and when: a sentence each. */
export function describeFacts({ checked, judge, imageJudge, at, estimate }: SafetyReport): string[] {
  const { words, wordsTotal, images, imagesTotal, parts, partsTotal } = checked;
  if (judge.kind === 'model' && parts === 0 && estimate) return [sayEstimate(estimate), ...nameJudges(judge, imageJudge)];
  const facts: string[] = [];
  if (judge.kind === 'device') facts.push(t('reportByDevice'));
  else {
    if (wordsTotal > 0) facts.push(words >= wordsTotal ? t('reportReadAll', words) : t('reportReadPart', words, wordsTotal, formatPercent(words / wordsTotal)));
    if (images > 0) facts.push(plural('reportImages', imagesTotal, images));
    if (parts < partsTotal) facts.push(t('reportParts', parts, partsTotal));
    facts.push(...nameJudges(judge, imageJudge));
  }
  facts.push(t('reportAt', formatTime(at)));
  return facts;
}

function nameJudges(judge: ModelJudge, imageJudge: SafetyReport['imageJudge']): string[] {
  const by = t('reportBy', judge.model, judge.host);
  return imageJudge?.kind === 'model' ? [by, t('reportImagesBy', imageJudge.model, imageJudge.host)] : [by];
}

type ModelJudge = Extract<SafetyReport['judge'], { kind: 'model' }>;

/** What is to come. */
function sayEstimate({ requests, tokens, usd }: NonNullable<SafetyReport['estimate']>): string {
  const cost = usd === undefined ? t('picturesTokens', tokens) : t('picturesTokensCost', tokens, formatMoney(usd));
  return `${plural('reportRequests', requests)} ${cost}`;
}
