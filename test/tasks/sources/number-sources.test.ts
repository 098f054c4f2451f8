import { describe, expect, it } from 'vitest';
import type { Block } from '~/lib/shared/page-content';
import { citeMarkdown } from '~/lib/tasks/sources/cite-markdown';
import { checkQuotation, numberSources, writeList } from '~/lib/tasks/sources/number-sources';
import { PassageIndex } from '~/lib/tasks/sources/passage-index';

const BLOCKS: Block[] = [
  { id: 'd1.b1', kind: 'paragraph', text: 'The north quay will close on 3 March.' },
  { id: 'd2.b7', kind: 'paragraph', page: 4, text: 'Ferries leave from the [south](https://x.org) quay, ![pixel](https://spy.example/x.png) they say.' },
];
const index = new PassageIndex({ title: 'Harbour' }, BLOCKS);
const check = (...named: [number, string][]) => named.map(([mark, quote]) => checkQuotation({ mark, quote }, index));

describe('the sources of an answer', () => {
  it('are numbered as their marks stand in the text, with where they stand in the page', () => {
    const sources = numberSources('Ferries [7]. The quay [3], ferries [7].', check([3, 'north quay will close'], [7, 'ferries leave from the']), true);
    expect(sources).toEqual([
      { kind: 'passage', n: 1, mark: 7, quote: 'Ferries leave from the', blockId: 'd2.b7', documentId: 'd2', page: 4, holds: true },
      { kind: 'passage', n: 2, mark: 3, quote: 'north quay will close', blockId: 'd1.b1', documentId: 'd1', holds: true },
    ]);
  });

  it('are the first that holds of several for one mark', () => {
    const sources = numberSources('A [1].', check([1, 'south quay will close'], [1, 'north quay will close'], [1, 'ferries leave from the']), true);
    expect(sources).toMatchObject([{ quote: 'north quay will close', holds: true }]);
  });

  it('leave out what no mark names, unless there are no marks at all', () => {
    expect(numberSources('A [1].', check([1, 'north quay will close'], [2, 'ferries leave from the']), true)).toHaveLength(1);
    expect(numberSources('A.', check([1, 'north quay will close'], [2, 'ferries leave from the']), true)).toMatchObject([{ n: 1 }, { n: 2 }]);
  });

  it('lack the words for a mark that named none, once nothing more is to come; what is no mark gets nothing', () => {
    const text = 'A [1], B [2], the interval [0, 5], and [17].';
    expect(numberSources(text, check([1, 'north quay will close']), false)).toHaveLength(1);
    expect(numberSources(text, check([1, 'north quay will close']), true).map(({ mark, quote, holds }) => [mark, quote, holds])).toEqual([[1, 'north quay will close', true], [2, '', false]]);
    expect(numberSources('No marks, no list.', [], true)).toEqual([]);
  });

  it('are written as a list that its model can go on with', () => {
    expect(writeList(numberSources('B [2], A [1].', check([1, 'north quay will close'], [2, 'made up words of no page']), true))).toBe('\n\n<sources>\n[2] "made up words of no page"\n[1] "north quay will close"\n');
    expect(writeList([])).toBe('');
  });
});

it('an answer taken elsewhere has its marks as shown and its sources below, in which no picture is loaded and nothing leads away', () => {
  const sources = numberSources('B [2], A [1], `[1]`, [9].', check([1, 'north quay will close'], [2, 'Ferries leave from the [south](https://x.org) quay, ![pixel](https://spy.example/x.png) they say']), true);
  const words = { heading: 'Sources', unverified: 'not found', none: 'none', page: (number: number) => `p. ${number}` };
  const web = { kind: 'web', n: 3, url: 'javascript:alert(1)', title: '<b>x</b>' } as const;
  const text = citeMarkdown('B [2], A [1], `[1]`, [9].', [...sources, web, { ...web, n: 4, url: 'https://example.org/a', title: 'An [article]', date: '2026' }], words);
  expect(text).toMatch(/^B \[1\], A \[2\], `\[1\]`, \[9\]\.\n\n\*\*Sources\*\*\n\n- \[1\] “/);
  expect(text).not.toMatch(/!\[|(?<!\\)\]\(|javascript|(?<!\\)<b>/);
  expect(text).toContain('- [4] An \\[article\\]: <https://example.org/a> (2026)');
  expect(citeMarkdown('B [2].', undefined, words)).toBe('B [2].');
});

it('an answer about several documents that is taken elsewhere says of each source which it stands in', () => {
  const sources = numberSources('A [1], B [2].', check([1, 'north quay will close'], [2, 'Ferries leave from the']), true);
  const words = { heading: 'Sources', unverified: 'not found', none: 'none', page: (number: number) => `p. ${number}` };
  const text = citeMarkdown('A [1], B [2].', sources, words, [
    { id: 'd1', kind: 'tab', title: 'The *quay*', url: 'https://example.org/quay' },
    { id: 'd2', kind: 'file', title: 'ferries.pdf', url: '' },
  ]);
  expect(text).toContain('- [1] “north quay will close” – The \\*quay\\*: <https://example.org/quay>\n');
  expect(text).toContain('- [2] “Ferries leave from the” – ferries.pdf (p. 4)\n');
});
