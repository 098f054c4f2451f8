// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { useMessages } from '../use-messages';
import { cut, markdown, wild } from './samples';
import { describeTree, drawInPieces } from './draw';

beforeEach(useMessages);

const seeds = fc.array(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 8 });

async function sameHoweverCut(text: string, sizes: readonly number[]): Promise<void> {
  expect(describeTree(await drawInPieces(cut(text, sizes)))).toBe(describeTree(await drawInPieces([text])));
}

test('an answer looks the same however it was cut into pieces', async () => {
  await fc.assert(fc.asyncProperty(markdown, seeds, sameHoweverCut), { numRuns: 150 });
}, 30_000);

test('so does any text at all', async () => {
  await fc.assert(fc.asyncProperty(wild, seeds, sameHoweverCut), { numRuns: 150 });
}, 30_000);

test('a line that merely looks like a definition defines nothing', async () => {
  const text = '- harbour\n[1]: https://d.example/one "One"\n\n- [ref][1]\n\n[1]: https://d.example/one "One"\n\n';
  for (const size of [1, 3, 40]) await sameHoweverCut(text, [size]);
  expect(describeTree(await drawInPieces([text]))).toContain('<a href="https://d.example/one" rel="noreferrer noopener" target="_blank" title="https://d.example/one">"ref"');
});
