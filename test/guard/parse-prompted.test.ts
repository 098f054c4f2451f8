import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrompted } from '~/lib/guard/parse-prompted';
import { BOUNDARY, PROMPTED_REPLIES } from './prompted-replies';

const OURS = '{"id":"0a1b2c3d","safe":true,"hazards":[],"quotes":[]}';

describe('the reply of a chat model that was asked for a verdict', () => {
  test.each(PROMPTED_REPLIES)('%s', (_what, reply, verdict, quotes) => {
    const parsed = parsePrompted(reply, BOUNDARY);
    expect(parsed.verdict).toEqual(verdict);
    if (quotes) expect(parsed.quotes).toEqual(quotes);
    if (verdict.kind !== 'unsafe') expect(parsed.quotes).toEqual([]);
  });

  test('that the provider filtered is a refusal, unless it had said unsafe', () => {
    expect(parsePrompted('', BOUNDARY, 'filtered').verdict).toEqual({ kind: 'unknown', reason: 'refused' });
    expect(parsePrompted(OURS, BOUNDARY, 'filtered').verdict).toEqual({ kind: 'unknown', reason: 'refused' });
    expect(parsePrompted(OURS.replace('true', 'false'), BOUNDARY, 'filtered').verdict).toEqual({ kind: 'unsafe', hazards: [] });
  });

  test('that was cut off is not safe', () => {
    expect(parsePrompted(OURS, BOUNDARY, 'length').verdict).toEqual({ kind: 'unknown', reason: 'unreadable' });
  });

  test('that never ends is not read', () => {
    expect(parsePrompted(`${OURS}${' '.repeat(30_000)}`, BOUNDARY).verdict.kind).toBe('unknown');
    expect(parsePrompted('{"'.repeat(9_000), BOUNDARY).verdict.kind).toBe('unknown');
  });

  test('quotes no passage at length', () => {
    const reply = JSON.stringify({ id: '0a1b2c3d', safe: false, hazards: ['hate'], quotes: ['x'.repeat(5_000)] });
    expect(parsePrompted(reply, BOUNDARY).quotes[0]).toHaveLength(300);
  });

  test('is never safe without the id, whatever it holds', () => {
    const values = fc.dictionary(fc.constantFrom('id', 'safe', 'hazards', 'quotes', 'verdict'), fc.oneof(fc.boolean(), fc.string(), fc.constant([]), fc.constant({ safe: true })));
    fc.assert(fc.property(fc.array(fc.oneof(values.map((value) => JSON.stringify(value)), fc.constantFrom('safe', 'Safe.', '\n', 'The text is safe.'))), (pieces) => {
      const reply = pieces.join(' ');
      fc.pre(!reply.includes('0a1b2c3d'));
      expect(parsePrompted(reply, BOUNDARY).verdict.kind).not.toBe('safe');
    }));
  });
});
