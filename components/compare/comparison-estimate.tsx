import { useEffect, useState } from 'preact/hooks';
import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { ModelEstimate } from '~/lib/messaging/compare-calls';
import type { CallInput } from '~/lib/messaging/protocol';
import type { SpendingOptions } from '~/lib/shared/spending';
import { useSpending } from '../hooks/use-spending';
import { useTrayChanges } from '../hooks/use-tray-changes';
import { describeError } from '../ui/error-messages';
import { exceedsDay, sumEstimates } from './sum-estimates';

interface ComparisonEstimateProps {
  asked: Omit<CallInput<'estimateComparison'>, 'models'>;
  models: readonly string[];
  /** Tokens of the question as far as it is written. */
  question?: number;
  limits: SpendingOptions;
  /** Whatever else changes what is sent. */
  changes?: readonly unknown[];
}

/** What a question to several models comes to together, and what each of them cannot do with it. */
export function ComparisonEstimate({ asked, models, question = 0, limits, changes = [] }: ComparisonEstimateProps) {
  const estimates = useEstimates(asked, models, changes);
  const today = useSpending(limits.usd + limits.tokens > 0);
  if (!estimates?.length) return null;
  const sum = sumEstimates(estimates, question);
  return (
    <div class="compare-estimate">
      {sum.counted > 0 && <p>{saySum(sum)}</p>}
      {today && exceedsDay(sum, today, limits) && <p class="notice warn">{t('compareOverDay')}</p>}
      {estimates.flatMap((each) => sayLimits(each).map((words) => <p key={`${each.model} ${words}`} class={each.error ? 'notice warn' : 'hint'}>{words}</p>))}
    </div>
  );
}

/** Never a number that was not told: of what has no price there are tokens only. */
function saySum({ tokens, usd, unpriced }: ReturnType<typeof sumEstimates>): string {
  const counted = plural('countTokens', tokens);
  if (usd === undefined) return t('compareTokens', counted);
  return t('compareCost', counted, formatMoney(usd)) + (unpriced.length > 0 ? ` ${t('compareUnpriced', unpriced.join(', '))}` : '');
}

function sayLimits({ model, passages, parts, error }: ModelEstimate): string[] {
  if (error) return [t('compareCannot', model, describeError(error))];
  if (parts) return [plural('compareParts', parts.requests, model)];
  return passages ? [t('comparePassages', model)] : [];
}

function useEstimates(asked: ComparisonEstimateProps['asked'], models: readonly string[], changes: readonly unknown[]): readonly ModelEstimate[] | undefined {
  const [estimates, setEstimates] = useState<readonly ModelEstimate[]>();
  const tray = useTrayChanges();
  useEffect(() => {
    let isAwaited = true;
    const take = (found: ModelEstimate[] | null) => isAwaited && setEstimates(found ?? undefined);
    call('estimateComparison', { ...asked, models: [...models] }).then(take, () => take(null));
    return () => {
      isAwaited = false;
    };
  }, [asked.tabId, asked.kind, asked.version, asked.runId, models, tray, ...changes]);
  return estimates;
}
