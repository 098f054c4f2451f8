import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { estimateTokens } from '~/lib/shared/tokens';
import { fitPage } from '~/lib/tasks/prompt/fit-page';

import { makePage } from './sample-page';

const words = fc.array(fc.constantFrom('bridge', 'мост', '橋', 'the river.', 'a | b', '"Why?"', '𝒳', 'x'.repeat(40), 'end.'), { maxLength: 60 });
const text = words.map((list) => list.join(' '));
const block = fc.oneof(
  text,
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), text }),
  fc.record({ kind: fc.constant('quote' as const), text }),
  fc.record({ kind: fc.constant('code' as const), text }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(fc.record({ text, depth: fc.nat(2) })) }),
  fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(text, { maxLength: 3 })), headerRows: fc.nat(1) }),
);

describe('fitPage', () => {
  it('never exceeds its room, and its counts agree, for any page', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 0, max: 600 }), (blocks, room) => {
        const page = makePage(blocks);
        const fitted = fitPage(page, room);
        const whole = fitPage(page, Infinity);
        expect(estimateTokens(fitted.text)).toBeLessThanOrEqual(room);
        expect(fitted.share).toBeGreaterThanOrEqual(0);
        expect(fitted.share).toBeLessThanOrEqual(1);
        expect(fitted.share === 1).toBe(fitted.text === whole.text);
        expect(fitted.wordsRead).toBeLessThanOrEqual(fitted.wordsTotal);
        expect(fitted.wordsTotal).toBe(page.wordCount);
        if (estimateTokens(whole.text) <= room) expect(fitted.share).toBe(1);
      }),
    );
  });

  it('always reads something where a few words fit', () => {
    fc.assert(
      fc.property(fc.array(text.filter((t) => /\p{L}/u.test(t)), { minLength: 1, maxLength: 5 }), (blocks) => {
        expect(fitPage(makePage(blocks), 12).text).not.toBe('');
      }),
    );
  });

  it('reads everything when it fits', () => {
    const page = makePage(['## Bridge', 'It is old.', { kind: 'list', ordered: false, items: [{ text: 'one', depth: 0 }] }]);
    expect(fitPage(page, 1_000)).toEqual({
      text: '## Bridge\n\nIt is old.\n\n- one', share: 1, wordsRead: 5, wordsTotal: 5,
    });
  });

  it('cuts between blocks', () => {
    const page = makePage(['First paragraph of the page. '.repeat(10).trim(), 'Second paragraph. '.repeat(4).trim()]);
    const fitted = fitPage(page, 80);
    expect(fitted.text).toBe(page.blocks.map((b) => 'text' in b && b.text)[0]);
    expect(fitted.wordsRead).toBe(50);
    expect(fitted.share).toBeCloseTo(50 / 58);
  });

  it('cuts a block that is larger than the room after a sentence', () => {
    const fitted = fitPage(makePage(['The bridge was built by Dr. Ames. It fell in 1902. Nobody has rebuilt it since that day.']), 16);
    expect(fitted.text).toBe('The bridge was built by Dr. Ames. It fell in 1902.');
    expect(fitted.wordsRead).toBe(11);
  });

  it('cuts a list after an item, a table after a row and closes cut code', () => {
    const items = Array.from({ length: 9 }, (_, i) => ({ text: `item number ${i}`, depth: 0 }));
    expect(fitPage(makePage([{ kind: 'list', ordered: false, items }]), 10).text).toBe('- item number 0\n- item number 1');
    const code = fitPage(makePage([{ kind: 'code', text: 'let a = 1;\nlet b = 2;\nlet c = 3;' }]), 9).text;
    expect(code).toBe('```\nlet a = 1;\nlet b = 2;\n```');
  });

  it('cuts at a word where no sentence ends, and never inside a character', () => {
    expect(fitPage(makePage(['on and on it goes without an end']), 4).text).toBe('on and on it');
    expect(fitPage(makePage(['𝒳'.repeat(50)]), 5).text).toBe('𝒳𝒳');
  });

  it('reads the selection in place of the page, and the page where there is none', () => {
    const page = makePage(['All of the page.'], { selection: 'Selected words.\n\nAnd more.' });
    expect(fitPage(page, 100, { kind: 'selection' })).toEqual({
      text: 'Selected words.\n\nAnd more.', share: 1, wordsRead: 4, wordsTotal: 4,
    });
    expect(fitPage(page, 100, { kind: 'selection', text: 'As it was clicked.' }).text).toBe('Selected words.\n\nAnd more.');
    expect(fitPage(makePage(['All of it.']), 100, { kind: 'selection' }).text).toBe('All of it.');
  });

  it('stays linear: half a million words in many or in one block', () => {
    const many = makePage(Array.from({ length: 5_000 }, () => 'word '.repeat(99) + 'end.'));
    expect(fitPage(many, 10_000).wordsRead).toBeGreaterThan(7_000);
    const one = makePage(['Just a few words here. '.repeat(100_000)]);
    expect(fitPage(one, 10_000).text.endsWith('here.')).toBe(true);
  });
});
