import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photograph } from './support/docent.ts';
import { type MarkedTab, openMarked, readHighlights } from './support/marked-page.ts';
import { composeBees } from './support/speech-pages.ts';
import { useStage } from './support/stage.ts';

/** What is read aloud is marked in the page: with the script that readers get, in the browser's own layout. */
const stage = useStage({ pages: { '/light': composeBees(''), '/dark': composeBees('body { background: #111; color: #eee } a { color: #8cf }') } });

let tab: MarkedTab;

describe('an article with links, bold words, a list, a table, code, a shadow root and a frame', () => {
  beforeAll(async () => void (tab = await openMarked(stage.docent, stage.sites.url('/light'))));
  afterAll(() => tab[Symbol.asyncDispose]());

  it('has each sentence marked, exactly, and only that; its own elements do not change', async () => {
    const markup = () => tab.page.evaluate(() => new XMLSerializer().serializeToString(document) + [...(document.querySelector('x-words')?.shadowRoot?.childNodes ?? [])].map((node) => new XMLSerializer().serializeToString(node)).join());
    const before = await markup();
    await tab.page.evaluate(() => {
      const own = new Highlight();
      CSS.highlights.set('own', own);
      document.adoptedStyleSheets = [new CSSStyleSheet()];
    });
    expect(tab.sentences.length).toBeGreaterThan(20);
    const seen = [];
    for (const sentence of tab.sentences) {
      expect(await tab.mark(sentence)).toBe('marked');
      seen.push(await readHighlights(tab.page));
    }
    // Between two cells the page has no space.
    const plain = (text = '') => text.replace(/\s+/g, '');
    expect(seen.map((one) => plain(one['docent-sentence']))).toEqual(tab.sentences.map(({ text }) => plain(text)));
    expect(seen.every((one) => Object.keys(one).sort().join() === 'docent-sentence,own')).toBe(true);
    expect(tab.sentences.map(({ text }) => text).join('\n')).toMatch(/They find their flowers by scent[^]*One finds clover there[^]*Much of it indeed[^]*bees \+= 1;[^]*some of them bold, through[^]*A frame of the same origin/);
    expect(await markup()).toBe(before);
  });

  it('has the word marked, too, in its sentence only', async () => {
    const sentence = tab.sentence('by scent');
    await tab.mark(sentence, 'off', tab.word('flowers'));
    expect(await readHighlights(tab.page)).toMatchObject({ 'docent-sentence': sentence.text, 'docent-word': 'flowers' });
    expect(await tab.reader.run('markWord', { reading: 'reading-1', word: tab.word('scent'), follow: 'off' })).toBe('marked');
    expect((await readHighlights(tab.page))['docent-word']).toBe('scent');
    expect(await tab.reader.run('markWord', { reading: 'reading-1', word: tab.word('clover'), follow: 'off' })).toBe('missing');
    await tab.mark(tab.sentence('Then they rest'));
    expect(await readHighlights(tab.page)).not.toHaveProperty('docent-word');
  });

  it('shows it: painted in the page, in the shadow root and in the frame', async () => {
    const ground = (within: string) => tab.page.evaluate((within) => {
      const [host, inner] = within.split(' >>> ');
      const outer = document.querySelector(host ?? '') as HTMLElement;
      const root = outer.shadowRoot ?? (outer as HTMLIFrameElement).contentDocument;
      const element = inner ? root?.querySelector(inner) : outer;
      return element && getComputedStyle(element, '::highlight(docent-sentence)').backgroundColor;
    }, within);
    for (const [words, place] of [['They find', 'p a'], ['some of them', 'x-words >>> b'], ['A frame', 'iframe >>> p']] as const) {
      await tab.mark(tab.sentence(words));
      expect(await ground(place)).toBe('rgb(255, 231, 154)');
    }
    await tab.mark(tab.sentence('They find'), 'go', tab.word('dance'));
    await photograph(tab.page, 'speech-marks-light');
  });

  it('is left with nothing of it', async () => {
    await tab.mark(tab.sentence('A frame'));
    await tab.mark(tab.sentence('some of them'), 'along', tab.word('some of'));
    await tab.reader.run('unmark', {});
    expect(await readHighlights(tab.page)).toEqual({ own: '' });
    const sheets = () => tab.page.evaluate(() => [document, document.querySelector('x-words')?.shadowRoot, document.querySelector('iframe')?.contentDocument].map((root) => root?.adoptedStyleSheets.length));
    expect(await sheets()).toEqual([1, 0, 0]);
    expect(await tab.mark(tab.sentence('They find'))).toBe('unknown');
  });
});

it('is light on dark where the page is', async () => {
  await using tab = await openMarked(stage.docent, stage.sites.url('/dark'));
  await tab.mark(tab.sentence('They find'), 'along', tab.word('dance'));
  expect(await readHighlights(tab.page)).toEqual({ 'docent-sentence-on-dark': tab.sentence('They find').text, 'docent-word-on-dark': 'dance' });
  await photograph(tab.page, 'speech-marks-dark');
  await tab.page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' } as never]);
  await photograph(tab.page, 'speech-marks-forced');
});

it('is gone when Docent is', async () => {
  await using tab = await openMarked(stage.docent, stage.sites.url('/light'));
  await tab.mark(tab.sentence('They find'));
  await tab.reload();
  await tab.page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
});
