import type { Browser, Page } from 'puppeteer';
import puppeteer from 'puppeteer';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers.mjs';

/** Sentences found again in pages that a real browser lays out: shadow trees, frames, hidden copies, changes. */
let browser: Browser;
let page: Page;
let script = '';

/** `window.read()` reads the page; `window.finder` finds in it. */
const ENTRY = `
import { extractPage } from '~/lib/page/extract-page';
import { SentenceFinder } from '~/lib/page/find-sentence';
import { blockText } from '~/lib/shared/block-text';
import { splitSentences } from '~/lib/shared/sentences';
window.read = async () => {
  const { blocks } = await extractPage(document);
  const finder = new SentenceFinder(document, blocks);
  const sentences = blocks.flatMap((block) => splitSentences(blockText(block)).map(({ start, end, text }) => ({ block: block.id, start, end, text })));
  Object.assign(window, { finder, blocks, sentences });
  return sentences;
};
window.find = ({ block, start, end }) => window.finder.find(block, start, end);
`;

beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '~': process.cwd() } },
    build: { write: false, rollupOptions: { input: 'entry', output: { format: 'iife' } } },
    plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? '\0entry' : undefined), load: (id) => (id === '\0entry' ? ENTRY : undefined) }],
  });
  const [output] = Array.isArray(result) ? result : [result];
  script = output && 'output' in output ? output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('') : '';
  browser = await puppeteer.launch({
    executablePath: findChromium() ?? (await puppeteer.executablePath()),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  page = await browser.newPage();
});
afterAll(() => browser.close());

interface Found {
  text: string;
  shown: string;
  visible: boolean;
  back: boolean;
}

async function readAll(): Promise<Found[]> {
  await page.evaluate(script);
  return page.evaluate(async () => {
    const own = window as unknown as { read(): Promise<{ block: string; start: number; end: number; text: string }[]>; find(of: unknown): Range[]; finder: { positionAt(node: Node, offset: number): { blockId: string; offset: number } | null } };
    const sentences = await own.read();
    return sentences.map((sentence) => {
      const ranges = own.find(sentence);
      const [first] = ranges;
      const back = first && own.finder.positionAt(first.startContainer, first.startOffset);
      return {
        text: sentence.text.replace(/\s+/g, ''),
        shown: ranges.map(String).join('').replace(/\s+/g, ''),
        visible: ranges.every((range) => range.getClientRects().length > 0),
        back: back?.blockId === sentence.block && back.offset === sentence.start,
      };
    });
  });
}

it('every sentence leads to the words the reader sees, and those lead back', async () => {
  await page.setContent(`<!doctype html><title>T</title><body>
    <p style="display:none">Two is <b>bold</b>. It has a copy that is hidden.</p>
    <p>One with <a href="#">a link, <em>and more</em></a>. Two is <b>bold</b>. It has a copy that is hidden.</p>
    <p>Two is <b>bold</b>. It has a copy that is hidden.</p>
    <p>The bees <span style="display:none">(which nobody sees here)</span>fly home at night. They sleep <span hidden>not</span> well.</p>
    <x-card><b>Three slotted.</b></x-card>
    <iframe srcdoc="<p>Four framed. Five too.</p>"></iframe>
    <ul><li>Six. <code>let a;</code> Seven.<ol><li>Eight.</li></ol></li></ul>
    <table><tr><th>A</th><th>B</th></tr><tr><td>Nine.</td><td>Ten <i>it</i>.</td></tr></table>
    <pre>let b = 1;\n  let c = 2;</pre>
    <p dir="rtl">هل جاء؟ نعم، <b>جاء</b> English ثم خرج.</p>`);
  await page.evaluate(() => {
    const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
    root?.append('Before it. ', document.createElement('slot'), ' After it.');
  });
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes('Four'));
  const found = await readAll();
  expect(found.length).toBeGreaterThan(20);
  for (const { text, shown, visible, back } of found) expect({ shown, visible, back }).toEqual({ shown: text, visible: true, back: true });
});

it('a thousand sentences are found while the page changes elsewhere', async () => {
  const body = Array.from({ length: 500 }, (_, index) => `<p>Sentence ${index} of <b>the long</b> article. It goes <a href="#">on and on</a> for ${index} words.</p>`).join('');
  await page.setContent(`<!doctype html><title>T</title><body><div id="clock"></div>${body}`);
  await page.evaluate(script);
  const found = await page.evaluate(async () => {
    const own = window as unknown as { read(): Promise<{ text: string }[]>; find(of: unknown): Range[] };
    const clock = document.getElementById('clock') as HTMLElement;
    return (await own.read()).map((sentence) => {
      clock.textContent = String(performance.now());
      return own.find(sentence).map(String).join('') === sentence.text;
    });
  });
  expect(found).toEqual(Array(1_000).fill(true));
});
