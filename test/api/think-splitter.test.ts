import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ThinkSplitter, type Piece } from '~/lib/api/think-splitter';

function split(pieces: string[]): { text: string; reasoning: string } {
  const splitter = new ThinkSplitter();
  const out = { text: '', reasoning: '' };
  const add = (found: Piece[]): void => {
    for (const { type, text } of found) out[type] += text;
  };
  for (const piece of pieces) add(splitter.push(piece));
  add(splitter.end());
  return out;
}

const answer = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('<', '>', '/', 't', 'h', 'i', 'n', 'k', ' ', '\n', '<think>', '</think>', 'x') }),
);

test('gives the same whatever the cuts', () => {
  fc.assert(
    fc.property(answer, fc.array(fc.nat(60)), (text, cuts) => {
      const points = [...new Set([0, ...cuts.filter((at) => at < text.length), text.length])].sort((a, b) => a - b);
      expect(split(points.slice(1).map((end, i) => text.slice(points[i], end)))).toEqual(split([text]));
    }),
  );
});

test('loses nothing of an answer that does not open with the tag', () => {
  fc.assert(
    fc.property(answer.filter((text) => !/^\s*<(think|thinking|reasoning)>/i.test(text)), (text) => {
      expect(split([...text])).toEqual({ text, reasoning: '' });
    }),
  );
});

test.each([
  ['<think>a</think>b', 'b', 'a'],
  ['\n<THINK>\na\n</THINK>\n\nb </think> c', 'b </think> c', '\na\n'],
  ['<thinking>a</think></thinking>b', 'b', 'a</think>'],
  ['<think></think>b', 'b', ''],
  ['<think>only', '', 'only'],
  ['<thinker>b', '<thinker>b', ''],
  ['   ', '   ', ''],
])('%j', (input, text, reasoning) => {
  expect(split([...input])).toEqual({ text, reasoning });
});
