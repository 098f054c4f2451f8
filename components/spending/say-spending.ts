import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import type { DaySpending, SpendingOptions } from '~/lib/shared/spending';

/** What today has cost, beside the limits that are set: `Today: $0.42 of $1.00 · 5,200 tokens`. */
export function saySpending(spending: DaySpending, limits: SpendingOptions): string {
  const { usd, tokens, unpriced, estimated } = spending;
  const money = limits.usd > 0 ? t('spendingOf', formatMoney(usd), formatMoney(limits.usd)) : usd > 0 || unpriced < tokens ? formatMoney(usd) : '';
  const counted = plural('countTokens', tokens);
  const count = limits.tokens > 0 ? t('spendingOf', counted, plural('countTokens', limits.tokens)) : counted;
  return t(estimated ? 'spendingTodayEstimated' : 'spendingToday', [money, count].filter(Boolean).join(' · '));
}
