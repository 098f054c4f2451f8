import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AnswerGate } from '~/lib/background/guard/answer-gate';
import type { CheckpointPolicy, GuardNote, Verdict } from '~/lib/shared/guard';
import { HAZARDS } from '~/lib/shared/guard';

const SAFE: Verdict = { kind: 'safe' };
const UNSAFE: Verdict = { kind: 'unsafe', hazards: ['hate'] };
const UNKNOWN: Verdict = { kind: 'unknown', reason: 'timeout' };

/** A gate whose guard answers when the test says so, or at once by what the text holds. */
function open(policy: Partial<CheckpointPolicy>, { start = 0, unjudged = '', byHand = false } = {}) {
  const asked: { text: string; answer: (verdict: Verdict) => void; fail: (thrown: Error) => void }[] = [];
  const notes: GuardNote[] = [];
  const onBlocked = vi.fn();
  const onJudged = vi.fn<(end: number) => void>();
  let shown = '';
  const gate = new AnswerGate({
    policy: { action: 'block', onUnknown: 'open', ...policy },
    hazards: HAZARDS,
    start,
    unjudged,
    judge: (text) => new Promise((answer, fail) => {
      const tell = (verdict: Verdict) => answer({ verdict });
      asked.push({ text, answer: tell, fail });
      if (!byHand) tell(text.includes('BAD') ? UNSAFE : text.includes('HMM') ? UNKNOWN : SAFE);
    }),
    show: (text) => void (shown += text),
    note: (note) => void notes.push(note),
    onJudged,
    onBlocked,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { gate, asked, notes, onBlocked, onJudged, settle, shown: () => shown };
}

const answer = 'One.\n\nTwo is BAD.\n\nThree.\n\nFour.';

describe('an answer that is blocked', () => {
  it('is shown a paragraph at a time, each once it has passed', async () => {
    const { gate, asked, settle, shown } = open({}, { byHand: true });
    gate.add('One is long.');
    expect(asked).toHaveLength(0);
    gate.add('\n\nTwo');
    expect(shown()).toBe('');
    asked[0]?.answer(SAFE);
    await settle();
    expect(shown()).toBe('One is long.\n\n');
    gate.add(' is here.');
    const end = gate.end();
    await settle();
    asked[1]?.answer(SAFE);
    await end;
    expect(shown()).toBe('One is long.\n\nTwo is here.');
    expect(asked.map(({ text }) => text)).toEqual(['One is long.\n\n', 'Two is here.']);
  });

  it('ends with the first unsafe part: nothing of it or behind it is shown, nothing further is asked', async () => {
    const { gate, asked, notes, onBlocked, shown } = open({});
    for (const letter of answer) {
      gate.add(letter);
      await Promise.resolve();
    }
    await gate.end();
    gate.add(' Five.');
    await gate.end();
    expect(shown()).toBe('One.\n\n');
    expect(gate.isBlocked).toBe(true);
    expect(onBlocked).toHaveBeenCalledTimes(1);
    expect(notes).toEqual([{ checkpoint: 'answer', verdict: UNSAFE, outcome: 'blocked' }]);
    expect(asked.map(({ text }) => text).join('')).not.toContain('Five');
  });

  it('waits for a guard that is slower than the answer, which judges together what came meanwhile', async () => {
    const { gate, asked, shown, settle } = open({}, { byHand: true });
    for (const part of ['One.\n\n', 'Two.\n\n', 'Three.\n\n', 'Four.']) gate.add(part);
    const end = gate.end();
    expect(shown()).toBe('');
    asked[0]?.answer(SAFE);
    await settle();
    expect(shown()).toBe('One.\n\n');
    asked[1]?.answer(SAFE);
    await settle();
    asked[2]?.answer(SAFE);
    await end;
    expect(asked.map(({ text }) => text)).toEqual(['One.\n\n', 'Two.\n\nThree.\n\n', 'Four.']);
    expect(shown()).toBe('One.\n\nTwo.\n\nThree.\n\nFour.');
  });

  it.each([['open', 'One.\n\nHMM.\n\nThree.', 'passed'], ['closed', 'One.\n\n', 'blocked']] as const)('without a verdict, %s', async (onUnknown, text, outcome) => {
    const { gate, notes, shown } = open({ onUnknown });
    gate.add('One.\n\n');
    await gate.end();
    gate.add('HMM.\n\n');
    await gate.end();
    gate.add('Three.');
    await gate.end();
    expect(shown()).toBe(text);
    expect(notes).toMatchObject([{ verdict: UNKNOWN, outcome }]);
  });

  it('shows nothing more, and says so, when judging is ended', async () => {
    const { gate, asked, shown } = open({}, { byHand: true });
    gate.add('One.\n\nTwo.\n\n');
    asked[0]?.fail(new Error('cancelled'));
    await expect(gate.end()).rejects.toThrow('cancelled');
    gate.add('Three.\n\n');
    expect(shown()).toBe('');
  });
});

describe('an answer that is warned of', () => {
  it('is shown at once; what is unsafe is told with its place', async () => {
    const { gate, asked, notes, shown } = open({ action: 'warn' }, { byHand: true, start: 100 });
    gate.add('One.\n\n\nTwo is BAD.\n\nThree.');
    expect(shown()).toBe('One.\n\n\nTwo is BAD.\n\nThree.');
    asked[0]?.answer(SAFE);
    const end = gate.end();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.answer(SAFE);
    await end;
    expect(notes).toEqual([]);
    gate.add('\n\nBAD again.\n\n');
    asked[2]?.answer(UNSAFE);
    await gate.end();
    const [note] = notes;
    expect(shown().slice((note?.range?.start ?? 0) - 100, (note?.range?.end ?? 0) - 100)).toBe('BAD again.');
    expect(note).toMatchObject({ verdict: UNSAFE, outcome: 'warned' });
    expect(gate.isBlocked).toBe(false);
  });
});

describe('an answer that goes on behind what was shown and not judged', () => {
  it('in warn has that judged with what follows, and says how far it has come', async () => {
    const { gate, asked, notes, onJudged, shown } = open({ action: 'warn' }, { start: 10, unjudged: 'Two.\n\nThree is B' });
    gate.add('AD.\n\n');
    await gate.end();
    expect(shown()).toBe('AD.\n\n');
    expect(asked.map(({ text }) => text).join('')).toBe('Two.\n\nThree is BAD.\n\n');
    expect(notes).toMatchObject([{ verdict: UNSAFE, outcome: 'warned', range: { end: 10 + 'Two.\n\nThree is BAD.'.length } }]);
    expect(onJudged).toHaveBeenLastCalledWith(10 + 'Two.\n\nThree is BAD.\n\n'.length);
  });

  it('is judged to its end, even if nothing follows', async () => {
    const { gate, asked } = open({ action: 'warn' }, { start: 10, unjudged: 'Three.' });
    await gate.end();
    expect(asked.map(({ text }) => text)).toEqual(['Three.']);
  });

  it('in block is not shown twice', async () => {
    const { gate, onJudged, shown } = open({}, { start: 10, unjudged: 'Three is' });
    gate.add(' fine.\n\nFour.');
    await gate.end();
    expect(shown()).toBe(' fine.\n\nFour.');
    expect(onJudged).toHaveBeenLastCalledWith(10 + 'Three is fine.\n\nFour.'.length);
  });

  it('in block ends where that is unsafe: its place is told, and it has not passed', async () => {
    const { gate, notes, onJudged, shown } = open({}, { start: 10, unjudged: 'Three is BAD' });
    gate.add(' indeed.\n\nFour.');
    await gate.end();
    expect(shown()).toBe('');
    expect(notes).toEqual([{ checkpoint: 'answer', verdict: UNSAFE, outcome: 'blocked', range: { start: 10, end: 10 + 'Three is BAD'.length } }]);
    expect(onJudged).not.toHaveBeenCalled();
  });
});

it('whatever pieces it comes in, and wherever it was broken off, all of a safe answer is shown, and each part is judged once', async () => {
  const paragraph = fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '😀', '- '), maxLength: 900 });
  await fc.assert(fc.asyncProperty(fc.array(paragraph, { maxLength: 12 }), fc.constantFrom('block', 'warn'), fc.oneof(fc.constant(''), paragraph), async (pieces, action, unjudged) => {
    const { gate, asked, settle, shown } = open({ action }, { unjudged });
    for (const piece of pieces) {
      gate.add(piece);
      if (piece.length % 2) await settle();
    }
    await gate.end();
    expect(shown()).toBe(pieces.join(''));
    const judged = asked.map(({ text }) => text).join('');
    expect(judged.replace(/\s/g, '')).toBe((unjudged + pieces.join('')).replace(/\s/g, ''));
  }), { numRuns: 60 });
});

it('a list, an endless paragraph and an endless word are not held to their end', () => {
  const ask = (text: string) => {
    const { gate, asked } = open({}, { byHand: true });
    gate.add(text);
    return asked[0]?.text.length ?? 0;
  };
  expect(ask('- a point of some length\n'.repeat(20) + '- half a po')).toBe(500);
  expect(ask('A sentence of the endless paragraph. '.repeat(60) + 'Half a sen')).toBe(2_220);
  expect(ask('x'.repeat(4_100))).toBe(4_100);
});
