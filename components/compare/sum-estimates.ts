import type { ModelEstimate } from '~/lib/messaging/compare-calls';
import type { DaySpending, SpendingOptions } from '~/lib/shared/spending';

/** What several models come to together. */
export interface EstimateSum {
  /** Models that can be asked at all. */
  counted: number;
  /** Tokens that go out, and come back where a text is read in parts. */
  tokens: number;
  /** US dollars of all whose price is known; absent when none is. */
  usd?: number;
  /** Models whose price nobody tells. */
  unpriced: string[];
}

/** @param question tokens of the question as far as it is written */
export function sumEstimates(estimates: readonly ModelEstimate[], question: number): EstimateSum {
  const sum: EstimateSum = { counted: 0, tokens: 0, unpriced: [] };
  for (const { model, estimate, parts } of estimates) {
    if (!estimate) continue;
    const { sent, answer, price, embedding, guard } = estimate;
    // What goes to other models for it.
    const beside = [embedding, guard].filter((each) => each !== undefined);
    sum.counted++;
    sum.tokens += beside.reduce((tokens, each) => tokens + each.tokens, parts ? parts.tokens : sent + question);
    const own = parts ? parts.usd : price && ((sent + question) * price.input + answer * price.output) / 1_000_000;
    const usd = beside.reduce<number | undefined>((total, each) => (total === undefined || each.usd === undefined ? undefined : total + each.usd), own);
    if (usd === undefined) sum.unpriced.push(model);
    else sum.usd = (sum.usd ?? 0) + usd;
  }
  return sum;
}

/** Whether all of them together are more than the day's limit leaves. */
export function exceedsDay({ tokens, usd = 0 }: EstimateSum, today: DaySpending, limits: SpendingOptions): boolean {
  return (limits.usd > 0 && today.usd + usd > limits.usd) || (limits.tokens > 0 && today.tokens + tokens > limits.tokens);
}
