import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';

import { blockText } from '~/lib/shared/block-text';
import type { PageContent } from '~/lib/shared/page-content';
import type { RunSource } from '~/lib/shared/run';
import { splitSentences } from '~/lib/shared/sentences';
import type { SummaryOptions } from '~/lib/shared/settings';
import { SUMMARY_LENGTHS, SUMMARY_STYLES } from '~/lib/shared/summary-choices';
import { countWords } from '~/lib/shared/words';
import { TASKS } from '~/lib/tasks';
import { summarizeOnDevice as answer } from '~/lib/tasks/quick-summary';
import { escapeMarkdown } from '~/lib/tasks/quick-summary/markdown';

import { readArticles } from './articles';
import { makePage } from './sample-page';

/** The text alone, without marks. */
const summarizeOnDevice = (page: Parameters<typeof answer>[0], source: Parameters<typeof answer>[1], options: Parameters<typeof answer>[2]) => answer(page, source, options).text;

const PAGE = { kind: 'page' } as const;
const options = (more: Partial<SummaryOptions> = {}): SummaryOptions => ({ style: 'key-points', length: 'medium', language: 'page', instruction: '', ...more });
const summarize = (page: PageContent, more?: Partial<SummaryOptions>, source: RunSource = PAGE) => summarizeOnDevice(page, source, options(more));
const points = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2));

const articles = readArticles();

describe.each(articles)('quick summary of $name', ({ page }) => {
  const text = page.blocks.map(blockText).join('\n').replace(/\[\d+\]/g, '');

  it('consists of whole sentences of the page, in page order, none twice', () => {
    for (const length of SUMMARY_LENGTHS) {
      const chosen = points(summarize(page, { length })).map((point) => point.replace(/\\(.)/g, '$1'));
      const places = chosen.map((point) => text.indexOf(point));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const point of chosen) expect(point).toMatch(/[.!?。！？؟।](?:["'”’»」』）)]|\s)*$/u);
    }
  });

  it('grows with the length asked for, and stays a summary', () => {
    for (const style of SUMMARY_STYLES) {
      const words = SUMMARY_LENGTHS.map((length) => countWords(summarize(page, { style, length })));
      expect(words).toEqual([...words].sort((a, b) => a - b));
      expect(words[0]).toBeGreaterThan(0);
      expect(words[2]).toBeLessThan(page.wordCount * 0.75);
    }
  });

  it('is the same every time', () => {
    for (const style of SUMMARY_STYLES) expect(summarize(page, { style })).toBe(summarize(structuredClone(page), { style }));
  });

  it('by section goes under the headings of the page', () => {
    const markdown = summarize(page, { style: 'detailed' });
    const headings = page.blocks.flatMap((block) => (block.kind === 'heading' ? `## ${block.text}` : []));
    const shown = markdown.split('\n').filter((line) => line.startsWith('## ')).map((line) => line.replace(/\\(.)/g, '$1'));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(headings.filter((heading) => shown.includes(heading)));
  });
});

it('in simple words prefers shorter sentences', () => {
  const mean = (style: 'simple' | 'paragraph') => {
    const lengths = articles.map(({ page }) => {
      const sentences = splitSentences(summarize(page, { style }), page.lang);
      return countWords(sentences.map((sentence) => sentence.text).join(' ')) / sentences.length;
    });
    return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  };
  expect(mean('simple')).toBeLessThan(mean('paragraph'));
});

const FILLER = Array.from({ length: 12 }, (_, i) => `The river carried stone number ${i} past the old mill and on to the sea.`);

describe('quick summary', () => {
  it('is what the task answers on the device', () => {
    const page = makePage(['One sentence only.']);
    const input = { request: { task: 'summarize' as const, source: PAGE, options: options() }, page, text: '', share: 1, browserLanguage: 'en', history: [], pictures: [], pictureLanguage: 'page', boundary: 'b' };
    expect(TASKS.summarize.answerOnDevice?.(input).text).toBe('- One sentence only.');
  });

  it('returns one or two sentences whole', () => {
    expect(summarize(makePage(['The bridge is closed.']), { style: 'paragraph' })).toBe('The bridge is closed.');
    expect(summarize(makePage(['The bridge is closed. It opens in May next year.']), { length: 'short' })).toBe('- The bridge is closed.\n- It opens in May next year.');
  });

  it('never takes headings, captions, code, tables or fragments', () => {
    const page = makePage([
      '# The river and the mill decide everything.',
      ...FILLER,
      { kind: 'code', text: 'The river and the mill are here.' },
      { kind: 'table', rows: [['The river passes the mill each day.']], headerRows: 0 },
      { kind: 'figure', imageIds: ['i1'], caption: 'The river at the mill near the sea.' },
      { kind: 'list', ordered: false, items: [{ text: 'River and mill and stone', depth: 0 }, { text: 'The mill and the river:', depth: 0 }] },
      'River, mill and stone: read more about the sea…',
    ]);
    for (const point of points(summarize(page, { length: 'long' }))) expect(FILLER).toContain(point);
  });

  it('leaves no quotation open', () => {
    const page = makePage([
      ...FILLER.slice(0, 5),
      '“The river took the mill. It took the stone and went to the sea,” said the old miller.',
      '“The river carried the old mill past the stone and never brought it back to us.',
      'The mill (the old one by the river. It stood on stone past the sea',
    ]);
    for (const length of SUMMARY_LENGTHS) {
      const markdown = summarize(page, { length });
      expect(markdown.split('“').length).toBe(markdown.split('”').length);
      expect(markdown).not.toMatch(/\(the old one|brought it back/);
    }
  });

  it('says nothing twice', () => {
    const page = makePage([...FILLER.slice(0, 3), 'Trains now cross the valley in nine minutes.', 'Trains now cross the valley in nine minutes.', ...FILLER.slice(3)]);
    const all = points(summarize(page, { length: 'long' }));
    expect(new Set(all).size).toBe(all.length);
  });

  it('reads the selection only', () => {
    const page = makePage(FILLER, { selection: 'The selected words matter. They are few.' });
    const source: RunSource = { kind: 'selection' };
    expect(points(summarize(page, {}, source))).toEqual(['The selected words matter.', 'They are few.']);
  });

  it('falls back to fragments, headings and entries where there are no sentences', () => {
    expect(summarize(makePage(['Opening hours of the museum', 'Monday to Friday']))).toContain('Opening hours of the museum');
    expect(summarize(makePage(['## Prices', '## Hours']))).toBe('- Prices\n- Hours');
    expect(summarize(makePage([{ kind: 'table', rows: [['a', 'b']], headerRows: 0 }]))).toBe('- a b');
    expect(summarize(makePage([]))).toBe('');
  });

  it('stays within its means on a page of 60,000 words', () => {
    const page = makePage(Array.from({ length: 800 }, (_, i) => FILLER.slice(0, 5).join(' ').replaceAll('number', `number ${i} of`)));
    expect(points(summarize(page))).toHaveLength(6);
  });

  it('survives any text', () => {
    const odd = fc.constantFrom('a', 'B', ' ', '.', '?', '。', '"', '“', '(', ']', '\n', '\0', '\ud800', '\udc00', '\u200d', '👩', 'ไ', 'ท', 'か', '漢', '\u0301', '1', '।');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: odd })), fc.constantFrom(...SUMMARY_STYLES), fc.constantFrom('en', 'ja', undefined), (texts, style, lang) => {
        expect(typeof summarize(makePage(texts, lang ? { lang } : {}), { style })).toBe('string');
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  /** What a reader sees of parsed Markdown. */
  const seen = (tokens: Token[]): string =>
    tokens.map((token) => ('tokens' in token && token.tokens ? seen(token.tokens) : 'text' in token ? String(token.text) : '')).join('');
  const KINDS = new Set(['paragraph', 'text', 'escape', 'space']);
  const kindsOf = (tokens: Token[]): string[] => tokens.flatMap((token) => [token.type, ...('tokens' in token && token.tokens ? kindsOf(token.tokens) : [])]);

  it.each([
    'A *bold* claim', '1. Not a list', '# Not a heading', '- Not a list', '> Not a quote', '[a](evil.example)', '![x](/p.png)', '[a]: /b', '[Bank](https://evil.example/a) <https://evil.example/b>', 'www.example.org, me@example.org',
    '<img src=x>', '`code`', '~~gone~~', 'snake_case and _this_', 'a | b', 'back\\slash', 'AT&T &lt; &amp;', '+ plus', '=== x', '12) twelve', '***', '---',
  ])('shows exactly: %s', (text) => {
    const tokens = marked.lexer(escapeMarkdown(text));
    expect(kindsOf(tokens).filter((kind) => !KINDS.has(kind))).toEqual([]);
    expect(seen(tokens)).toBe(text);
  });

  it('shows any text as it is', () => {
    const part = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '#', '-', '+', '=', '1', '.', '!', '&', 'amp;', '|', '~', '\\', 'https://a.b', 'www.a.b', 'c@d.e', 'a', 'b ', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('').replace(/\s+/g, ' ').trim();
        const tokens = marked.lexer(escapeMarkdown(text));
        expect(kindsOf(tokens).filter((kind) => !KINDS.has(kind))).toEqual([]);
        expect(seen(tokens)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
