import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPromptFile, writePromptFile } from '~/lib/shared/prompt-file';
import { checkPrompt, fillPrompt, MAX_PROMPTS, PLACEHOLDERS, promptSource, type SavedPrompt } from '~/lib/shared/saved-prompt';

const WORDS = { page: 'the page', selection: 'the passage', language: 'German' };
const kinds = (draft: { name: string; text: string }, others: { name: string }[] = []) => checkPrompt(draft, others).map(({ kind }) => kind);

describe('a prompt', () => {
  it('may hold every placeholder that there is, with or without spaces', () => {
    expect(kinds({ name: 'A', text: 'Put {{ page }} into {{language}}.' })).toEqual([]);
    expect(fillPrompt({ text: 'Put {{ page }} into {{language}}, {{page}}!' }, WORDS)).toBe('Put the page into German, the page!');
    expect(promptSource({ text: 'Translate {{ selection }}.' })).toBe('selection');
    expect(promptSource({ text: 'Translate.' })).toBe('page');
  });

  it('is told everything that is wrong with it at once', () => {
    expect(kinds({ name: ' ', text: '\n' })).toEqual(['no-name', 'no-text']);
    expect(kinds({ name: 'x'.repeat(61), text: 'x'.repeat(100_000) })).toEqual(['long-name', 'long-text']);
    expect(kinds({ name: ' facts ', text: 'x' }, [{ name: 'Facts' }])).toEqual(['same-name']);
    expect(kinds({ name: 'A', text: '{{page}} and {{selection}}' })).toEqual(['two-sources']);
    expect(checkPrompt({ name: 'A', text: '{{Page}} {{titel}} {{}} {{titel}} {{language}}' }, [])).toEqual([{ kind: 'unknown-placeholder', names: ['Page', 'titel', ''] }]);
  });

  it('gets nothing but the words for its placeholders, whatever stands in either', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('$&', '$1', '{{', '}}', '{', '}'));
    fc.assert(fc.property(fc.array(fc.oneof(piece.map((text) => ({ text })), fc.constantFrom(...PLACEHOLDERS).map((name) => ({ name })))), fc.record({ page: piece, selection: piece, language: piece }), (pieces, words) => {
      // Braces of the text itself must not join those of a placeholder.
      const clean = pieces.map((each) => ('text' in each ? each.text.replace(/[{}]/g, '') : each));
      const text = `a${clean.map((each) => (typeof each === 'string' ? each : `{{${each.name}}}`)).join('')}z`;
      expect(fillPrompt({ text }, words)).toBe(`a${clean.map((each) => (typeof each === 'string' ? each : words[each.name])).join('')}z`);
    }));
  });
});

const Prompts = fc.uniqueArray(fc.record({ id: fc.uuid(), name: fc.stringMatching(/^[A-Za-z][A-Za-z ()0-9]{0,20}[a-z]$/), text: fc.stringMatching(/^[A-Za-z]([A-Za-z .]{0,40}\{\{page\}\})?$/) }), { selector: ({ name }) => name.toLowerCase(), maxLength: 20 });
const bare = (prompts: readonly SavedPrompt[]) => prompts.map(({ name, text }) => ({ name, text }));

describe('a file of prompts', () => {
  it('brings back what was written, in its order, and a second time nothing', () => {
    fc.assert(fc.property(Prompts, (prompts) => {
      const first = readPromptFile(writePromptFile(prompts), []);
      expect(bare(first?.prompts ?? [])).toEqual(bare(prompts));
      expect(readPromptFile(writePromptFile(prompts), first?.prompts ?? [])).toMatchObject({ added: 0, known: prompts.length, refused: 0 });
    }));
  });

  it('keeps what was there, gives a taken name a number, and counts what cannot be used', () => {
    const old: SavedPrompt[] = [{ id: '1', name: 'Facts', text: 'Mine.' }];
    const file = JSON.stringify({ format: 'docent-prompts', version: 1, prompts: [
      { name: 'facts', text: 'Theirs.' }, { name: '', text: 'x' }, { name: 'Long', text: 'x'.repeat(100_000) }, { name: 'Odd', text: '{{cookies}}' }, 7, null, { name: 'No text' },
    ] });
    const read = readPromptFile(file, old);
    expect(bare(read?.prompts ?? [])).toEqual([{ name: 'Facts', text: 'Mine.' }, { name: 'facts (2)', text: 'Theirs.' }]);
    expect(read).toMatchObject({ added: 1, known: 0, refused: 6 });
    expect(readPromptFile(file, read?.prompts ?? [])).toMatchObject({ added: 0, known: 1 });
  });

  it('fills what room there is', () => {
    const many = Array.from({ length: MAX_PROMPTS + 5 }, (_, index) => ({ id: String(index), name: `Prompt ${index}`, text: 'x' }));
    expect(readPromptFile(writePromptFile(many), [])).toMatchObject({ added: MAX_PROMPTS, refused: 5 });
  });

  it.each(['', 'no JSON', '[]', '{"format":"docent-history","version":1,"prompts":[]}', '{"format":"docent-prompts","version":2,"prompts":[]}'])('is none: %s', (json) => {
    expect(readPromptFile(json, [])).toBeUndefined();
  });
});
