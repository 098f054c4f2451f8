import { formatMoney, formatPercent } from '~/lib/i18n/format';
import { t } from '~/lib/i18n/message';
import type { Usage } from '~/lib/shared/chat';
import type { ReadReport, Run } from '~/lib/shared/run';

/** How much of the page an answer rests on. */
export function describeReading({ wordsRead, wordsTotal, passages }: ReadReport, parts?: Run['parts']): string {
  if (passages && passages.chosen < passages.total) return t(passages.matched ? 'answerReadPassages' : 'answerReadAnywhere', passages.chosen, passages.total);
  if (parts) return t('answerReadParts', formatPercent(wordsRead / wordsTotal), wordsRead, wordsTotal, parts.total);
  if (wordsRead >= wordsTotal) return t('answerReadAll', wordsRead, wordsTotal);
  return t('answerReadPart', wordsRead, wordsTotal, formatPercent(wordsRead / wordsTotal));
}

/** Which model wrote an answer and what it cost, with what its safety check did, as far as the server says; empty when nothing is known. */
export function describeOrigin({ model, usage, guardUsage }: Pick<Run, 'model' | 'usage' | 'guardUsage'>): string {
  return [model && t('answerModel', model), usage && describeUsage(usage), guardUsage && describeGuardUsage(guardUsage)].filter(Boolean).join(' · ');
}

/** What a safety check took; empty when the server does not say. */
export function describeGuardUsage(usage: Usage): string {
  const cost = describeUsage(usage);
  return cost && t('answerGuardCost', cost);
}

function describeUsage(usage: Usage): string {
  return [tokensOf(usage), costOf(usage)].filter(Boolean).join(' · ');
}

function tokensOf({ promptTokens, completionTokens }: Usage): string | undefined {
  if (promptTokens === undefined || completionTokens === undefined) return undefined;
  return t('answerTokens', promptTokens, completionTokens);
}

function costOf({ usd }: Usage): string | undefined {
  return usd === undefined ? undefined : t('answerCost', formatMoney(usd));
}
