import type { DaySpending, SpendingOptions } from '~/lib/shared/spending';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';

/** What one request costs. Without `usd`, no price is known. */
const Cost = z.object({ tokens: z.number(), usd: z.optional(z.number()), estimated: z.boolean() });
export type Cost = z.infer<typeof Cost>;

/** All that was spent on one local day. Says nothing of what was asked, of whom, or about what: private windows count, too. */
const StoredDay = z.object({
  /** `2026-11-21`, by this device's clock and time zone. */
  day: z.string(),
  usd: z.number(),
  tokens: z.number(),
  unpriced: z.number(),
  estimated: z.boolean(),
  /** Requests under way, by id, as estimated. Those of a background that was ended stay: they were paid for. */
  open: z.record(z.string(), Cost),
});
export type StoredDay = z.infer<typeof StoredDay>;

/** Days kept, so that a clock that is set back finds what it counted. */
const MOST_DAYS = 14;

/** Which limit a request would exceed, and by what. */
export interface Excess {
  unit: 'usd' | 'tokens';
  used: number;
  limit: number;
  /** Absent: nobody knows, and there is nothing left. */
  next?: number;
}

/**
 * Takes note of a request that is about to be sent, unless the day's limits leave no room for it. One transaction, so that of
 * several requests at a time none slips through.
 * @param limits absent: none hold
 * @returns the limit that it would exceed: then nothing was noted
 */
export async function openSpending(day: string, id: string, cost: Cost, limits?: SpendingOptions): Promise<Excess | undefined> {
  return useDatabase(async (database) => {
    const { store, done } = database.transaction('spending', 'readwrite');
    const known = await store.get(day);
    const stored = parseDay(known, day);
    const excess = limits && findExcess(sumDay(stored), cost, limits);
    if (!excess) await store.put({ ...stored, open: { ...stored.open, [id]: cost } });
    if (!known && !excess) for (const old of (await store.getAllKeys()).slice(0, -MOST_DAYS)) await store.delete(old);
    await done;
    return excess;
  });
}

/** Replaces what was estimated of a request by what it came to; `undefined`: nothing. A second time changes nothing. */
export async function closeSpending(day: string, id: string, cost: Cost | undefined): Promise<void> {
  await useDatabase(async (database) => {
    const { store, done } = database.transaction('spending', 'readwrite');
    const { [id]: opened, ...open } = parseDay(await store.get(day), day).open;
    if (opened) {
      const stored = parseDay(await store.get(day), day);
      await store.put({ ...(cost ? addCost(stored, cost) : stored), open });
    }
    await done;
  });
}

/** What a day has come to. */
export async function readSpending(day: string): Promise<DaySpending> {
  return sumDay(parseDay(await useDatabase((database) => database.get('spending', day)), day));
}

function parseDay(stored: unknown, day: string): StoredDay {
  return StoredDay.safeParse(stored).data ?? { day, usd: 0, tokens: 0, unpriced: 0, estimated: false, open: {} };
}

function sumDay({ open, ...day }: StoredDay): DaySpending {
  const { usd, tokens, unpriced, estimated } = Object.values(open).reduce(addCost, day);
  return { usd, tokens, unpriced, estimated };
}

function addCost<D extends DaySpending>(day: D, { tokens, usd, estimated }: Cost): D {
  return {
    ...day,
    tokens: day.tokens + tokens,
    usd: day.usd + (usd ?? 0),
    unpriced: day.unpriced + (usd === undefined ? tokens : 0),
    estimated: day.estimated || estimated,
  };
}

/** What no price is known of does not count towards a limit in money; but once all of that is used up, it may not cost anything either. */
function findExcess(day: DaySpending, { tokens, usd }: Cost, limits: SpendingOptions): Excess | undefined {
  if (limits.usd > 0) {
    const excess = { unit: 'usd', used: day.usd, limit: limits.usd } as const;
    if (usd === undefined && day.usd >= limits.usd) return excess;
    if (usd !== undefined && usd > 0 && day.usd + usd > limits.usd) return { ...excess, next: usd };
  }
  if (limits.tokens > 0 && tokens > 0 && day.tokens + tokens > limits.tokens) return { unit: 'tokens', used: day.tokens, limit: limits.tokens, next: tokens };
  return undefined;
}
