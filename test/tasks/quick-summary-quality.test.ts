import { describe, expect, it } from 'vitest';

import type { PageContent } from '~/lib/shared/page-content';
import { splitSentences } from '~/lib/shared/sentences';
import type { SummaryOptions } from '~/lib/shared/settings';
import { SUMMARY_LENGTHS } from '~/lib/shared/summary-choices';
import { countWords } from '~/lib/shared/words';
import { summarizeOnDevice as answer } from '~/lib/tasks/quick-summary';

import { readArticles } from './articles';
import { rouge } from './rouge';

/** The text alone, without marks. */
const summarizeOnDevice = (page: Parameters<typeof answer>[0], source: Parameters<typeof answer>[1], options: Parameters<typeof answer>[2]) => answer(page, source, options).text;

const articles = readArticles();

/** The first sentences of the page's paragraphs, at least as many words as `words`: hard to beat on news. */
function lead(page: PageContent, words: number): string {
  const taken: string[] = [];
  for (const block of page.blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const { text } of splitSentences(block.text, page.lang)) {
      if (countWords(taken.join(' ')) < words) taken.push(text);
    }
  }
  return taken.join(' ');
}

function summarize(page: PageContent, length: SummaryOptions['length']): string {
  return summarizeOnDevice(page, { kind: 'page' }, { style: 'key-points', length, language: 'page', instruction: '' });
}

describe.each(SUMMARY_LENGTHS)('quick summary, %s', (length) => {
  it('says more of what a person would say than the beginning of the page does', () => {
    const rows = articles.map(({ name, page, reference }) => {
      const ours = summarize(page, length);
      const theirs = lead(page, countWords(ours));
      return {
        name, words: countWords(ours), leadWords: countWords(theirs),
        r1: rouge(ours, reference, 1).recall, lead1: rouge(theirs, reference, 1).recall,
        r2: rouge(ours, reference, 2).recall, lead2: rouge(theirs, reference, 2).recall,
      };
    });
    const mean = (key: 'r1' | 'lead1' | 'r2' | 'lead2') => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
    if (process.env['DOCENT_FIGURES']) {
      console.log(length, rows.map((row) => Object.values(row).map((v) => (typeof v === 'number' && v < 1 ? v.toFixed(3) : v)).join(' ')).join('\n'));
      console.log(length, `ROUGE-1 ${mean('r1').toFixed(3)} lead ${mean('lead1').toFixed(3)}; ROUGE-2 ${mean('r2').toFixed(3)} lead ${mean('lead2').toFixed(3)}`);
      if (process.env['DOCENT_FIGURES'] === 'all') for (const { name, page } of articles) console.log(`\n== ${name}\n${summarize(page, length)}`);
    }
    expect(mean('r1')).toBeGreaterThan(mean('lead1'));
    expect(mean('r2')).toBeGreaterThan(mean('lead2'));
  });
});
