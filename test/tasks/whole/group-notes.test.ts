import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '~/lib/shared/tokens';
import { fitsTogether, groupNotes } from '~/lib/tasks/whole/group-notes';
import { joinNotes } from '~/lib/tasks/whole/notes';

const notes = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { maxLength: 30 }).map((texts) => texts.map((text, i) => ({ from: i + 1, to: i + 1, text })));

describe('grouping notes', () => {
  it('keeps every word once and in order, and each group within its room', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: 30, max: 500 }), (all, tokens) => {
        const groups = groupNotes(all, tokens);
        const said = (list: readonly { text: string }[]) => list.map(({ text }) => text).join('').replace(/\s+/gu, '');
        expect(said(groups.flat())).toBe(said(all));
        for (const group of groups) expect(estimateTokens(joinNotes(group))).toBeLessThanOrEqual(tokens);
      }),
    );
  });

  it('is not needed for what fits', () => {
    const two = [{ from: 1, to: 1, text: 'A.' }, { from: 2, to: 2, text: 'B.' }];
    expect(fitsTogether(two, 20)).toBe(true);
    expect(groupNotes(two, 20)).toHaveLength(1);
    expect(fitsTogether(two, 5)).toBe(false);
  });
});
