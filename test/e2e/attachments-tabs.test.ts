import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, openOwnPage, openTab, photograph, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { lastSent, readChips, waitForChips, waitForSizes } from './support/tray.ts';

const TABS = 50;
const LAMPS = 'The lamps of the harbour';
const factOf = (n: string | number) => `The number of tab ${n} is ${7_000 + Number(n)}.`;

/** A page for each number in the address. */
const numbered = (response: ServerResponse) => {
  const n = new URL(response.req.url ?? '/', 'http://x').searchParams.get('n') ?? '';
  const body = `<!doctype html><title>Tab ${n}</title><h1>Tab ${n}</h1><p>${factOf(n)} It is a number like others, and whoever has read this far knows it.</p>`;
  response.writeHead(200, { 'content-type': 'text/html' }).end(body);
};

const stage = useStage({ pages: { '/lamps': composeArticle({ title: LAMPS }), '/tab': numbered }, accept: '/lamps?accept' });

afterEach(() => closePanels(stage.docent));

/** Of a host that Docent may read by its manifest, so that no prompt comes, which headless browsers never answer. */
const addressOf = (n: number) => stage.sites.url(`/tab?n=${n}`, 'localhost');

/** Opens tabs behind the one in front; resolves to their ids once they are loaded. */
async function openTabs(own: Page, numbers: readonly number[]): Promise<number[]> {
  return own.evaluate(async (urls) => {
    const tabs = await Promise.all(urls.map((url) => chrome.tabs.create({ url, active: false })));
    const ids = tabs.flatMap(({ id }) => id ?? []);
    const isLoaded = async () => (await Promise.all(ids.map((id) => chrome.tabs.get(id)))).every(({ status }) => status === 'complete');
    while (!(await isLoaded())) await new Promise((resolve) => requestAnimationFrame(resolve));
    return ids;
  }, numbers.map(addressOf));
}

const openPanelOn = (path: string) => openPanelBeside(stage, path);

async function choose(panel: Page, names: readonly string[]): Promise<void> {
  await press(panel, 'button', 'Attach tabs');
  await panel.waitForSelector('.tab-option');
  for (const name of names) await panel.evaluate((wanted) => {
    [...document.querySelectorAll<HTMLElement>('.tab-option')].find((option) => option.querySelector('.clip')?.textContent === wanted)?.querySelector('input')?.click();
  }, name);
  await press(panel, 'button', `Attach ${names.length} tab${names.length === 1 ? '' : 's'}`);
}

test('further tabs are chosen from a list that can be searched, and go along with the question', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  const ids = await openTabs(own, [1, 2, 3]);
  const { page, panel } = await openPanelOn('/lamps');
  await press(panel, 'button', 'Attach tabs');
  await panel.waitForFunction(() => document.querySelectorAll('.tab-option').length >= 4);
  // Docent's own page can be read by nobody, and says so.
  expect(await panel.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('.tab-option input:disabled')].map((input) => input.closest('.tab-option')?.textContent))).toEqual([expect.stringContaining('does not let extensions read this page')]);
  await photograph(panel, 'tray-tabs');
  expect(await findBarriers(panel)).toEqual([]);
  await (await find(panel, 'searchbox', 'Search tabs')).type('tab 2');
  await panel.waitForFunction(() => document.querySelectorAll('.tab-option').length === 1);
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Space');
  await press(panel, 'button', 'Attach 1 tab');
  await waitForChips(panel, [LAMPS, 'Tab 2']);
  await waitForSizes(panel);
  expect(await panel.$('dialog[open]')).toBeNull();
  await ask(panel, 'Which number?');
  expect(lastSent(stage)).toContain(factOf(2));
  expect(lastSent(stage)).not.toContain(factOf(1));
  expect(lastSent(stage)).toContain(`# Document 1: ${LAMPS}`);

  // Closed by now, and known all the same.
  await own.evaluate((tabs) => chrome.tabs.remove(tabs), ids);
  await ask(panel, 'And again?');
  expect(lastSent(stage)).toContain(factOf(2));
  await page.close();
  await own.close();
});

test('fifty tabs are read, one that was unloaded is loaded again, and one that is gone is named', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  const numbers = Array.from({ length: TABS }, (_, i) => i + 10);
  const ids = await openTabs(own, numbers);
  // The browser gives a tab another id as it unloads it.
  const asleep = await own.evaluate(async (id) => (await chrome.tabs.discard(id))?.id, ids[3]);
  expect(asleep).toBeDefined();
  const { page, panel } = await openPanelOn('/lamps');
  await press(panel, 'button', `Remove ${LAMPS}`);
  await choose(panel, numbers.map((n) => `Tab ${n}`));
  await panel.waitForFunction((count) => document.querySelectorAll('.tray-chip').length === count, {}, TABS);
  await waitForSizes(panel);
  await photograph(panel, 'tray-fifty');
  await own.evaluate((id) => chrome.tabs.remove(id), ids[5] ?? 0);
  await ask(panel, 'Which numbers?');
  for (const n of numbers.filter((each) => each !== 15)) expect(lastSent(stage)).toContain(factOf(n));
  expect(await panel.evaluate(() => document.querySelector<HTMLElement>('article')?.innerText)).toContain('Tab 15 could not be read');
  expect((await readChips(panel))).toHaveLength(TABS);
  await photograph(panel, 'tray-fifty-answer');
  await own.evaluate(async () => chrome.tabs.remove((await chrome.tabs.query({})).flatMap(({ id, url }) => (url?.includes('/tab?n=') && id !== undefined ? [id] : []))));
  await page.close();
  await own.close();
});

test('tabs of sites that Docent may not read are counted, and can be asked for', async () => {
  const other = await openTab(stage.docent, stage.sites.url('/tab?n=90', 'closed.test'));
  const { page, panel } = await openPanelOn('/lamps');
  await press(panel, 'button', 'Attach tabs');
  await panel.waitForFunction(() => /does not tell Docent/.test(document.querySelector('dialog')?.textContent ?? ''));
  await find(panel, 'button', 'Show all tabs');
  expect(await panel.evaluate(() => document.querySelector('dialog')?.textContent)).not.toContain('Tab 90');
  await page.close();
  await other.close();
});
