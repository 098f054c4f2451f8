import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTab } from './support/docent.ts';
import { openReader, type TabReader } from './support/reader.ts';
import { useStage } from './support/stage.ts';

const FILLER = '<p>The sea is wide, and nothing happens on it for a long time.</p>'.repeat(40);
const stage = useStage({
  pages: {
    '/page': `<!doctype html><html lang="en"><title>Sea</title><button id="first">First</button>${FILLER}
      <p id="plain">A <b>bold <i>order</i></b> stands in this paragraph.</p><p>Then a <a id="link" href="#top">link</a> follows.</p>
      <ul><li id="item" tabindex="0">An item that has a place of its own.</li></ul>
      <form id="form"><input name="focus"><input name="setAttribute">A form whose names are taken.</form>
      <dialog><button id="inside">Inside</button></dialog><x-words></x-words><iframe srcdoc="<p id=inner>Words of a frame.</p>"></iframe>
      <script>document.querySelector('x-words').attachShadow({ mode: 'open' }).innerHTML = '<p id="shadow">Words in the shade.</p>'</script></html>`,
  },
});

let page: Page;
let reader: TabReader;
beforeEach(async () => {
  page = await openTab(stage.docent, stage.sites.url('/page'));
  await page.waitForFunction(() => document.readyState === 'complete');
  reader = await openReader(stage.docent, page);
  await page.bringToFront();
});
afterEach(async () => {
  await reader[Symbol.asyncDispose]();
  await page.close();
});

const show = (text: string) => reader.run('showPassage', { text });
/** What has the focus, through shadow roots and frames. */
const focused = () => page.evaluate(() => {
  let at = document.activeElement;
  for (let inner = at; inner; inner = at?.shadowRoot?.activeElement ?? (at as HTMLIFrameElement).contentDocument?.activeElement ?? null) at = inner;
  return at?.id;
});
const markup = () => page.evaluate(() => [document, document.querySelector('x-words')?.shadowRoot, document.querySelector('iframe')?.contentDocument].map((root) => [...(root?.childNodes ?? [])].map((node) => new XMLSerializer().serializeToString(node)).join()).join());

test('a screen reader and the keyboard land at the passage, and the page is as it was once they go on', async () => {
  const before = await markup();
  expect(await show('bold order stands')).toBe(true);
  expect(await focused()).toBe('plain');
  expect(await page.evaluate(() => { const { anchorNode, isCollapsed } = getSelection() as Selection; return [anchorNode?.textContent, isCollapsed]; })).toEqual(['bold ', true]);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('link');
  expect(await markup()).toBe(before);
});

test('of one passage after the other only the last has the focus; one that takes it by itself keeps what it has', async () => {
  const before = await markup();
  await show('bold order stands');
  for (const [words, id] of [['place of its own', 'item'], ['names are taken', 'form'], ['Words in the shade', 'shadow'], ['Words of a frame', 'inner']] as const) {
    expect(await show(words)).toBe(true);
    expect(await focused()).toBe(id);
  }
  await page.focus('#first');
  expect(await markup()).toBe(before);
});

test('what the reader has selected stays selected', async () => {
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#item') as Element));
  await show('bold order stands');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('An item that has a place of its own.');
  expect(await focused()).toBe('plain');
});

test('behind a dialog nothing is changed', async () => {
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  const before = await markup();
  expect(await show('bold order stands')).toBe(true);
  expect(await focused()).toBe('inside');
  expect(await markup()).toBe(before);
});
