import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitForGuard } from '~/lib/guard/chunks';
import { estimateGuard } from '~/lib/guard/estimate';
import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { estimateTokens } from '~/lib/shared/tokens';
import { countWords } from '~/lib/shared/words';

const sentence = fc.constantFrom('A short sentence. ', 'Ein Satz – mit Ümläuten! ', 'これは文です。', 'جملة قصيرة. ', '👩‍👩‍👧‍👦🎉', 'word ', 'x'.repeat(90), '\n', 'אבג דהו ');
const words = fc.array(sentence, { maxLength: 60 }).map((all) => all.join(''));
const block = fc.oneof(
  words.map((text): Omit<Block, 'id'> & { kind: 'paragraph' } => ({ kind: 'paragraph', text }) as never),
  fc.array(words, { maxLength: 4 }).map((texts) => ({ kind: 'list', ordered: false, items: texts.map((text) => ({ text, depth: 0 })) }) as never),
  fc.array(words, { maxLength: 3 }).map((row) => ({ kind: 'table', rows: [row, row], headerRows: 1 }) as never),
);
const blocks = fc.array(block, { maxLength: 12 }).map((all) => all.map((each: object, i) => ({ ...each, id: `b${i + 1}` }) as Block));
const room = fc.integer({ min: 4, max: 200 });

const bare = (text: string) => text.replace(/\s+/g, '');

describe('a page in parts', () => {
  test('is whole: every character in exactly one part, in order, no part too large', () => {
    fc.assert(fc.property(blocks, room, (all, tokens) => {
      const parts = splitForGuard({ title: 'Title', blocks: all }, tokens);
      expect(bare(parts.map(({ text }) => text).join(''))).toBe(bare(['Title', ...all.map(blockText)].join('')));
      for (const { text } of parts) expect(estimateTokens(text)).toBeLessThanOrEqual(tokens);
    }));
  });

  test('names the blocks of each part, in order, and a block that is cut in every part that has some of it', () => {
    fc.assert(fc.property(blocks, room, (all, tokens) => {
      const ids = splitForGuard({ title: '', blocks: all }, tokens).flatMap(({ blockIds }) => blockIds);
      const expected = all.filter((each) => blockText(each).trim()).map(({ id }) => id);
      expect([...new Set(ids)]).toEqual(expected);
      expect(ids).toEqual([...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
    }));
  });

  test('is cut between blocks: a block that fits into a part is whole', () => {
    fc.assert(fc.property(blocks, room, (all, tokens) => {
      const parts = splitForGuard({ title: '', blocks: all }, tokens);
      for (const each of all.filter((one) => blockText(one).trim() && estimateTokens(blockText(one)) <= tokens)) {
        const holding = parts.filter(({ blockIds }) => blockIds.includes(each.id));
        expect(holding).toHaveLength(1);
        expect(holding[0]?.text).toContain(blockText(each));
      }
    }));
  });

  test('begins with what stands above it', () => {
    const [part] = splitForGuard({ title: 'A title', standfirst: 'In short.', blocks: [{ id: 'b1', kind: 'paragraph', text: 'Text.' }] }, 100);
    expect(part).toEqual({ text: 'A title\nIn short.\n\nText.', blockIds: ['b1'] });
  });
});

describe('a text in parts', () => {
  test('joins to itself, and is cut inside no character', () => {
    fc.assert(fc.property(words, room, (text, tokens) => {
      const parts = splitForGuard(text, tokens);
      expect(parts.map((part) => part.text).join('')).toBe(text.trim() ? text : '');
      for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
    }));
  });

  test('is cut after a line or a sentence where there is one', () => {
    const parts = splitForGuard('One sentence here. Another sentence there. A third one follows. And a fourth.', 16);
    expect(parts.map(({ text }) => text)).toEqual(['One sentence here. Another sentence there. ', 'A third one follows. And a fourth.']);
  });

  test('of nothing has none', () => {
    expect(splitForGuard(' \n ', 100)).toEqual([]);
    expect(splitForGuard({ title: '', blocks: [] }, 100)).toEqual([]);
  });
});

describe('a page of 500,000 words', () => {
  const paragraph = 'The lighthouse keeper wrote down what he saw in the evening light. '.repeat(10);
  const all = Array.from({ length: 4_167 }, (_, i): Block => ({ id: `b${i}`, kind: 'paragraph', text: paragraph }));

  test('takes so many requests, known beforehand, whether in blocks or in one piece', () => {
    const text = all.map(blockText).join('');
    expect(countWords(text)).toBeGreaterThan(500_000);
    for (const parts of [splitForGuard({ title: 'T', blocks: all }, 6_000), splitForGuard(text, 6_000)]) {
      expect(parts.length).toBeGreaterThan(110);
      expect(parts.length).toBeLessThan(130);
      const { requests, promptTokens, completionTokens } = estimateGuard(parts, [], 'prompted');
      expect(requests).toBe(parts.length);
      expect(promptTokens).toBeGreaterThan(estimateTokens(text));
      expect(promptTokens).toBeLessThan(estimateTokens(text) * 1.5);
      expect(completionTokens).toBeLessThan(20_000);
    }
  });
});

test('pictures and fewer hazards count in an estimate', () => {
  const one = estimateGuard([{ text: 'Text.' }], [], 'prompted', ['hate']);
  const more = estimateGuard([{ text: 'Text.' }], [{ width: 1_024, height: 768 }], 'prompted', ['hate']);
  expect(more.requests).toBe(2);
  expect(more.promptTokens - one.promptTokens).toBeGreaterThan(1_000);
  expect(estimateGuard([{ text: 'Text.' }], [], 'prompted').promptTokens).toBeGreaterThan(one.promptTokens);
});
