import { expect, test } from 'vitest';
import { exceedsDay, sumEstimates } from '~/components/compare/sum-estimates';
import type { ModelEstimate } from '~/lib/messaging/compare-calls';

const priced = (model: string, sent: number): ModelEstimate => ({ model, estimate: { model, sent, answer: 500, price: { input: 1, output: 2 } } });
const unpriced: ModelEstimate = { model: 'free-form', estimate: { model: 'free-form', sent: 1_000, answer: 500 } };
const blind: ModelEstimate = { model: 'blind', error: { code: 'no-vision' } };

test('is the sum of all that can be asked; a price that nobody tells is not made up', () => {
  const sum = sumEstimates([priced('a', 1_000), priced('b', 3_000), unpriced, blind], 100);
  expect(sum).toEqual({ counted: 3, tokens: 5_300, usd: expect.closeTo((4_200 + 2 * 500 * 2) / 1_000_000, 10), unpriced: ['free-form'] });
  expect(sumEstimates([unpriced], 0)).not.toHaveProperty('usd');
});

test('counts a text in parts with all its requests', () => {
  const inParts: ModelEstimate = { ...priced('small', 900), parts: { requests: 9, tokens: 40_000, usd: 0.05 } };
  expect(sumEstimates([inParts, priced('a', 1_000)], 0)).toMatchObject({ tokens: 41_000, usd: expect.closeTo(0.052, 10) });
});

test('knows when the day has no room for all of them', () => {
  const today = { usd: 0.9, tokens: 5_000, unpriced: 0, estimated: false };
  const sum = { counted: 2, tokens: 3_000, usd: 0.2, unpriced: [] };
  expect(exceedsDay(sum, today, { usd: 1, tokens: 0 })).toBe(true);
  expect(exceedsDay(sum, today, { usd: 2, tokens: 0 })).toBe(false);
  expect(exceedsDay(sum, today, { usd: 0, tokens: 7_999 })).toBe(true);
  expect(exceedsDay(sum, today, { usd: 0, tokens: 0 })).toBe(false);
});
