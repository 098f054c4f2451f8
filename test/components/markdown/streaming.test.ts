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
