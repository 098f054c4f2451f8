import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { estimateTokens } from '~/lib/shared/tokens';
import { partText, splitDocument, TRAIL_TOKENS } from '~/lib/tasks/whole/split-document';
import { makePage } from '../sample-page';

const words = fc.array(fc.constantFrom('bridge', 'мост', '橋の上。', 'the river.', 'a | b', '"Why?"', '𝒳', 'x'.repeat(90), 'end.\n', 'जल सेतु', 'สะพาน', '👩‍👩‍👧‍👦'), { maxLength: 60 });
const text = words.map((list) => list.join(' '));
const block = fc.oneof(
  text,
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), text }),
  fc.record({ kind: fc.constant('quote' as const), text }),
  fc.record({ kind: fc.constant('code' as const), text, language: fc.constant('js') }),
  fc.record({ kind: fc.constant('figure' as const), imageIds: fc.constant<string[]>([]), caption: text }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(fc.record({ text, depth: fc.nat(3) })) }),
  fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(text, { maxLength: 5 })), headerRows: fc.nat(2), caption: text }),
);

/** What a text says, whatever stands between its words. */
const bare = (blocks: readonly Block[]) => blocks.map(blockText).join('').replace(/\s+/gu, '');

describe('splitting a document', () => {
  it('loses nothing, doubles nothing, keeps the order and the budget, for any page', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), fc.integer({ min: 40, max: 600 }), (blocks, tokens) => {
        const page = makePage(blocks);
        const parts = splitDocument(page.blocks, tokens);
        expect(bare(parts.flatMap((part) => part.blocks))).toBe(bare(page.blocks));
        for (const part of parts) {
          expect(estimateTokens(partText(part.blocks))).toBeLessThanOrEqual(tokens);
          expect(estimateTokens(part.trail.join(' > '))).toBeLessThanOrEqual(TRAIL_TOKENS);
        }
        const ids = parts.flatMap((part) => part.blocks.map(({ id }) => Number(id.slice(1))));
        expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('does not make more parts than it must: each is at least half full, but for the last', () => {
    const sentences = fc.array(fc.constantFrom('The lamp was bright.', 'Nobody saw it from the harbour.', 'A storm came.'), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const small = fc.oneof({ weight: 5, arbitrary: sentences }, fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), text: fc.constant('The harbour') }));
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 80 }), (blocks) => {
        const parts = splitDocument(makePage(blocks).blocks, 200);
        for (const part of parts.slice(0, -1)) expect(estimateTokens(partText(part.blocks))).toBeGreaterThan(90);
      }),
    );
  });

  it('begins a part with a heading where one is near, and tells every part what it stands under', () => {
    const paragraph = 'The lamp was the brightest on the coast. '.repeat(8).trim();
    const page = makePage(['# The harbour', paragraph, '## Lamps', paragraph, paragraph, '### Oil', paragraph, paragraph, '## Ships', paragraph, paragraph]);
    const parts = splitDocument(page.blocks, 300);
    expect(parts.map(({ blocks }) => blocks.map(({ id }) => id).join(' '))).toEqual(['b1 b2 b3 b4 b5', 'b6 b7 b8', 'b9 b10 b11']);
    expect(parts.map(({ trail }) => trail)).toEqual([[], ['The harbour', 'Lamps'], ['The harbour']]);
  });

  it('never leaves a heading behind as the end of a part', () => {
    const paragraph = 'The lamp was the brightest on the coast. '.repeat(8).trim();
    const parts = splitDocument(makePage([paragraph, paragraph, paragraph, '## Ships', paragraph]).blocks, 260);
    for (const { blocks } of parts) expect(blocks.at(-1)?.kind).toBe('paragraph');
  });

  it('tells the header of a table to each part in which the table goes on', () => {
    const rows = [['Port', 'Light'], ...Array.from({ length: 200 }, (_, i) => [`Port ${i}`, `${i} metres`])];
    const parts = splitDocument(makePage([{ kind: 'table', rows, headerRows: 1 }]).blocks, 300);
    expect(parts.length).toBeGreaterThan(4);
    for (const { trail } of parts.slice(1)) expect(trail).toEqual(['Port | Light']);
    expect(parts[0]?.trail).toEqual([]);
  });

  it('cuts a single block larger than any part after its sentences', () => {
    const sentence = 'The keeper lit the lamp at dusk and went home at dawn.';
    const parts = splitDocument(makePage([`${sentence} `.repeat(2_000)]).blocks, 1_000);
    expect(parts.length).toBeGreaterThan(20);
    for (const { blocks } of parts) expect(partText(blocks).endsWith('dawn.')).toBe(true);
  });

  it('looks at every block as often in a long document as in a short one', () => {
    const readsOfEach = (count: number) => {
      let reads = 0;
      const blocks = makePage(Array.from({ length: count }, (_, i) => (i % 9 ? 'The lamp was the brightest on the coast. '.repeat(6) : `## Section ${i}`))).blocks;
      for (const each of blocks) {
        const { text } = each as { text: string };
        Object.defineProperty(each, 'text', { get: () => (reads++, text) });
      }
      splitDocument(blocks, 2_000);
      return reads / count;
    };
    expect(readsOfEach(20_000)).toBeLessThanOrEqual(readsOfEach(500) + 0.1);
  });
});
