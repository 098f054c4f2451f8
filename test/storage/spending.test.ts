import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';

const load = async () => import('~/lib/storage/spending');
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
});

const cost = (tokens: number, usd?: number) => ({ tokens, estimated: false, ...(usd === undefined ? {} : { usd }) });

it('whatever is sent at the same time, estimates never exceed the limit together', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 }), fc.integer({ min: 1, max: 2_000 }), async (sizes, limit) => {
    globalThis.indexedDB = new IDBFactory();
    vi.resetModules();
    const { openSpending, closeSpending, readSpending } = await load();
    const results = await Promise.all(sizes.map((tokens, i) => openSpending('2026-11-21', String(i), cost(tokens), { usd: 0, tokens: limit })));
    const passed = sizes.filter((_, i) => !results[i]);
    expect((await readSpending('2026-11-21')).tokens).toBe(passed.reduce((sum, size) => sum + size, 0));
    expect((await readSpending('2026-11-21')).tokens).toBeLessThanOrEqual(limit);
    // Closing twice counts once.
    for (const [i, size] of sizes.entries()) for (let times = 0; times < 2; times++) await closeSpending('2026-11-21', String(i), cost(size));
    expect((await readSpending('2026-11-21')).tokens).toBe(passed.reduce((sum, size) => sum + size, 0));
  }), { numRuns: 40 });
});

it('forgets old days, and survives a row that is damaged', async () => {
  const { openSpending, closeSpending, readSpending } = await load();
  const days = Array.from({ length: 20 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);
  for (const day of days) {
    await openSpending(day, 'a', cost(10));
    await closeSpending(day, 'a', cost(7, 0.5));
  }
  const { openDatabase } = await import('~/lib/storage/database');
  const database = await openDatabase();
  expect(await database.getAllKeys('spending')).toEqual(days.slice(-14));
  await database.put('spending', { day: '2026-11-20', usd: 'much' } as never);
  expect(await readSpending('2026-11-20')).toEqual({ usd: 0, tokens: 0, unpriced: 0, estimated: false });
});

it('a limit in money stops nothing of which no price is known, until it is used up: then whatever may cost something', async () => {
  const { openSpending, closeSpending, readSpending } = await load();
  const limits = { usd: 0.01, tokens: 0 };
  expect(await openSpending('2026-11-21', 'a', cost(1_000_000), limits)).toBeUndefined();
  expect(await readSpending('2026-11-21')).toEqual({ usd: 0, tokens: 1_000_000, unpriced: 1_000_000, estimated: false });
  expect(await openSpending('2026-11-21', 'b', cost(10, 0.02), limits)).toEqual({ unit: 'usd', used: 0, limit: 0.01, next: 0.02 });
  // The limit is reached exactly.
  expect(await openSpending('2026-11-21', 'c', cost(10, 0.01), limits)).toBeUndefined();
  await closeSpending('2026-11-21', 'c', cost(10, 0.01));
  for (const speechOrTokens of [cost(0), cost(500)]) expect(await openSpending('2026-11-21', 'd', speechOrTokens, limits)).toEqual({ unit: 'usd', used: 0.01, limit: 0.01 });
  // What is known to be free goes on.
  expect(await openSpending('2026-11-21', 'e', cost(500, 0), limits)).toBeUndefined();
});
