import { z } from './zod';

/** What servers are paid in a day: the limits that the reader sets, and what has come together today. */

/** Limits of one local day; 0 is none. */
export const SpendingOptions = z.object({
  /** US dollars. */
  usd: z.number().check(z.minimum(0), z.maximum(100_000)),
  /** Tokens in and out. */
  tokens: z.number().check(z.minimum(0), z.maximum(1_000_000_000)),
});
export type SpendingOptions = z.infer<typeof SpendingOptions>;

export const DEFAULT_SPENDING_OPTIONS: SpendingOptions = { usd: 0, tokens: 0 };

/** What one day has come to so far; requests under way count as estimated. */
export const DaySpending = z.object({
  usd: z.number(),
  tokens: z.number(),
  /** Tokens among them of which no price is known: they are not in `usd`. */
  unpriced: z.number(),
  /** Some of it is estimated, since a server did not count. */
  estimated: z.boolean(),
});
export type DaySpending = z.infer<typeof DaySpending>;

/** The larger used share of the limits that are set, 0 to 1 and beyond; 0 where none is. */
export function usedShare({ usd, tokens }: DaySpending, limits: SpendingOptions): number {
  return Math.max(limits.usd > 0 ? usd / limits.usd : 0, limits.tokens > 0 ? tokens / limits.tokens : 0);
}
