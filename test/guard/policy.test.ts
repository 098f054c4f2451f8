import { describe, expect, test } from 'vitest';
import { mergeVerdicts } from '~/lib/guard/merge';
import { decide, effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import {
  CHECKPOINTS, DEFAULT_GUARD_OPTIONS, GUARD_ACTIONS, type GuardOptions, type Hazard, HAZARDS, UNKNOWN_REASONS, type Verdict,
} from '~/lib/shared/guard';

const VERDICTS: [name: string, verdict: Verdict, kind: 'safe' | 'held' | 'ignored' | 'unknown'][] = [
  ['safe', { kind: 'safe' }, 'safe'],
  ['a chosen hazard', { kind: 'unsafe', hazards: ['hate'] }, 'held'],
  ['a chosen and another hazard', { kind: 'unsafe', hazards: ['privacy', 'hate'] }, 'held'],
  ['another hazard', { kind: 'unsafe', hazards: ['privacy'] }, 'ignored'],
  ['unsafe, nobody says why', { kind: 'unsafe', hazards: [] }, 'held'],
  ...UNKNOWN_REASONS.map((reason): [string, Verdict, 'unknown'] => [reason, { kind: 'unknown', reason }, 'unknown']),
];
const CHOSEN: Hazard[] = ['hate', 'self-harm'];

/** What the issue says, in a table of its own: outcome by action, then by what the verdict amounts to. */
const TABLE = {
  off: { safe: 'passed', held: 'passed', ignored: 'passed', open: 'passed', closed: 'passed' },
  warn: { safe: 'passed', held: 'warned', ignored: 'passed', open: 'passed', closed: 'warned' },
  block: { safe: 'passed', held: 'blocked', ignored: 'passed', open: 'passed', closed: 'blocked' },
  strict: { safe: 'passed', held: 'blocked', ignored: 'blocked', open: 'blocked', closed: 'blocked' },
} as const;

const ROWS = CHECKPOINTS.flatMap((checkpoint) => GUARD_ACTIONS.flatMap((action) => (['open', 'closed'] as const).flatMap((onUnknown) =>
  [false, true].flatMap((strict) => VERDICTS.map(([name, verdict, kind]) => {
    const outcome = TABLE[strict ? 'strict' : action][kind === 'unknown' ? onUnknown : kind];
    return { checkpoint, action, onUnknown, strict, name, verdict, outcome };
  })))));

test.each(ROWS)('$checkpoint, $action, unknown is $onUnknown, strict $strict: $name is $outcome', ({ checkpoint, action, onUnknown, strict, verdict, outcome }) => {
  const checkpoints = { ...DEFAULT_GUARD_OPTIONS.checkpoints, [checkpoint]: { action, onUnknown } };
  const options: GuardOptions = { ...DEFAULT_GUARD_OPTIONS, strict, checkpoints, hazards: CHOSEN };
  expect(decide(effectivePolicy(options, checkpoint), verdict, effectiveHazards(options))).toBe(outcome);
});

test('until the reader says otherwise nothing is checked unasked', () => {
  for (const checkpoint of CHECKPOINTS) expect(effectivePolicy(DEFAULT_GUARD_OPTIONS, checkpoint)).toEqual({ action: 'off', onUnknown: 'open' });
  expect(effectiveHazards(DEFAULT_GUARD_OPTIONS)).toEqual(HAZARDS);
});

describe('the verdict on a whole', () => {
  const safe: Verdict = { kind: 'safe' };
  const hate: Verdict = { kind: 'unsafe', hazards: ['hate'] };
  const late: Verdict = { kind: 'unknown', reason: 'timeout' };
  const unread: Verdict = { kind: 'unknown', reason: 'unreadable' };

  test.each<[string, Verdict[], Verdict]>([
    ['is safe when every part is', [safe, safe], safe],
    ['is unsafe as soon as one part is', [safe, hate, late], hate],
    ['has the hazards of all parts, each once', [hate, { kind: 'unsafe', hazards: ['violent-crimes', 'hate'] }], { kind: 'unsafe', hazards: ['violent-crimes', 'hate'] }],
    ['is unknown as soon as one part is', [safe, late, safe], late],
    ['names the first reason', [late, unread], unread],
    ['of nothing is none', [], { kind: 'unknown', reason: 'unavailable' }],
  ])('%s', (_what, parts, whole) => {
    expect(mergeVerdicts(parts)).toEqual(whole);
  });
});
