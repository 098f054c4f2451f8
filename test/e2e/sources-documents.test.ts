import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import { waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openOwnPage, openTab, photograph, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { ask } from './support/history.ts';
import { inspect } from './support/inspect.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { closePanels, findTabId, openPanelBeside, openPinned } from './support/tabs.ts';
import { attachFiles, lastSent, waitForChips, waitForSizes } from './support/tray.ts';

const BELL = 'The bell of the north quay weighs 412 kilograms and was cast in Lübeck.';
const BEES = 'The hive behind the chapel gave 31 pounds of honey in its first summer.';
const KEY = 'The cellar key hangs behind the stove of the old kitchen.';
const SHIPS = 'Keeper Ottilie Brandt counted 4711 ships in 1903.';
const HARBOUR = 'The harbour';
const HIVES = 'A year with bees, and what became of the long avenue of lime trees that led down to them';
const BOOK = 'The Keepers of the Light';
const book = writePdf(composeBook(3, (page) => (page === 2 ? SHIPS : '')));
const pdf = (body: Uint8Array): Site => ({ type: 'application/pdf', body });

const stage = useStage({
  pages: {
    '/harbour': composeArticle({ title: HARBOUR, paragraphs: 30, extra: `<p>${BELL}</p>` }),
    '/bees': composeArticle({ title: HIVES, paragraphs: 30, extra: `<p>${BEES}</p>` }),
    '/other': composeArticle({ title: 'Another page' }),
    '/book.pdf': pdf(book),
  },
  accept: '/harbour?accept',
});

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

/** A list at the end of an answer with these quotations. */
const listOf = (...quotes: string[]) => `\n\n<sources>\n${quotes.map((quote, i) => `[${i + 1}] "${quote}"\n`).join('')}</sources>`;

/** What is marked in a page. */
const readMarked = (page: Page) => page.evaluate(() => [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()].flatMap((ranges) => [...ranges].map(String)));

/** The names of an answer's marks, as they are heard. */
const readMarks = (panel: Page) => panel.$$eval('.markdown .source-mark', (marks) => marks.map((mark) => mark.getAttribute('aria-label')));

/** What is said below a source of the list once it was pressed. */
const waitForOutcome = (panel: Page, n: number, text: string) => panel.waitForFunction((row, wanted) => document.querySelector(`.sources [data-n="${row}"] [role="status"]`)?.textContent?.includes(wanted), {}, n, text);

/** The address of a tab, whatever it shows. */
const addressOf = (own: Page, tabId: number) => own.evaluate(async (id) => (await chrome.tabs.get(id)).url, tabId);

async function attachTab(panel: Page, name: string): Promise<void> {
  await press(panel, 'button', 'Attach tabs');
  await (await find(panel, 'searchbox', 'Search tabs')).type(name);
  await panel.waitForFunction(() => document.querySelectorAll('.tab-option').length === 1);
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Space');
  await press(panel, 'button', 'Attach 1 tab');
}

const WHERE = {
  bell: 'the north quay weighs 412 kilograms',
  bees: 'gave 31 pounds of honey',
  key: 'The cellar key hangs behind the stove',
  ships: 'Ottilie Brandt counted 4711 ships',
};

test('marks of an answer about several documents name theirs; a press leads into the other tab, and a file is quoted', async () => {
  // Of a host that Docent may read by its manifest.
  const bees = await openTab(stage.docent, stage.sites.url('/bees', 'localhost'));
  const { page, panel } = await openPanelBeside(stage, '/harbour');
  const own = await openOwnPage(stage.docent, 'options.html');
  await page.bringToFront();
  await attachTab(panel, 'bees');
  await attachFiles(panel, { 'cellar.txt': KEY, 'keepers.pdf': book });
  await waitForChips(panel, [HARBOUR, HIVES, 'cellar.txt', 'keepers.pdf']);
  await waitForSizes(panel);
  stage.api.script({ text: `Bell [1], honey [2], key [3], ships [4], none [5].${listOf(...Object.values(WHERE), 'weighs 412 kilograms and gave 31 pounds of honey')}` });
  await ask(panel, 'What is where?');
  await waitForText(panel, 'Sources (5)');
  expect(await readMarks(panel)).toEqual([
    `Source 1: “${WHERE.bell}” · ${HARBOUR}`,
    `Source 2: “${WHERE.bees}” · ${HIVES}`,
    `Source 3: “${WHERE.key}” · cellar.txt`,
    `Source 4: “${WHERE.ships}” · ${BOOK} · Page 2`,
    'Source 5, not found in the page: “weighs 412 kilograms and gave 31 pounds of honey”',
  ]);

  await press(panel, 'button', `Source 1: “${WHERE.bell}” · ${HARBOUR}`);
  await expect.poll(() => readMarked(page)).toEqual([WHERE.bell]);

  // A file is open nowhere: its row of the list has its words and its place.
  await press(panel, 'button', `Source 4: “${WHERE.ships}” · ${BOOK} · Page 2`);
  await waitForOutcome(panel, 4, 'It is in a file, which no tab shows.');
  const rows = await panel.$$eval('.sources li', (items) => items.map((item) => (item as HTMLElement).innerText.replace(/\s+/g, ' ')));
  expect(rows[3]).toContain(`${WHERE.ships} ${BOOK} · Page 2`);
  expect(rows[2]).toContain(`${WHERE.key} cellar.txt`);
  // Taken elsewhere, each still says which document it stands in.
  const exported = async (as: 'json' | 'markdown') => (await callDocent<{ parts: string[] }>(stage.docent, 'exportConversations', { as })).parts.join('');
  expect(await exported('markdown')).toContain(`- [2] “${WHERE.bees}” – ${HIVES}: <${stage.sites.url('/bees', 'localhost')}>`);
  expect(await exported('markdown')).toContain(`- [4] “${WHERE.ships}” – ${BOOK} (Page 2)`);
  expect(await exported('json')).toMatch(new RegExp(`"documentId":"d2".*"id":"d2","kind":"tab","title":"${HIVES}"|"id":"d2","kind":"tab","title":"${HIVES}".*"documentId":"d2"`));
  await panel.bringToFront();
  await panel.evaluate(() => document.querySelector('.sources')?.scrollIntoView({ block: 'start' }));
  await inspect(panel, 'sources-documents');

  // The other tab comes to the front.
  const tabId = await findTabId(stage.docent, bees);
  await page.bringToFront();
  expect(await own.evaluate(async (id) => (await chrome.tabs.get(id)).active, tabId)).toBe(false);
  await press(panel, 'button', `Source 2: “${WHERE.bees}” · ${HIVES}`);
  await expect.poll(() => readMarked(bees)).toEqual([WHERE.bees]);
  expect(await own.evaluate(async (id) => (await chrome.tabs.get(id)).active, tabId)).toBe(true);
  for (const each of [page, bees, own]) await each.close();
});

test('a tab of several that shows another page by now, or was closed, is told, and its page offered', async () => {
  const bees = await openTab(stage.docent, stage.sites.url('/bees', 'localhost'));
  const { page, panel } = await openPanelBeside(stage, '/harbour');
  await attachTab(panel, 'bees');
  await waitForChips(panel, [HARBOUR, HIVES]);
  stage.api.script({ text: `Honey [1].${listOf(WHERE.bees)}` });
  await ask(panel, 'How much honey?');
  const label = `Source 1: “${WHERE.bees}” · ${HIVES}`;
  const href = `${stage.sites.url('/bees', 'localhost')}#:~:text=gave%2031%20pounds%20of%20honey`;
  const readLink = () => panel.evaluate(() => [...document.querySelectorAll('a')].find((link) => link.textContent === 'Open its page')?.href);
  await bees.goto(stage.sites.url('/other', 'localhost'));
  await press(panel, 'button', label);
  await waitForOutcome(panel, 1, 'This tab shows another page.');
  expect(await readLink()).toBe(href);
  await bees.goto(stage.sites.url('/bees', 'localhost'));
  await press(panel, 'button', label);
  await expect.poll(() => readMarked(bees)).toEqual([WHERE.bees]);
  await bees.close();
  await page.bringToFront();
  await press(panel, 'button', label);
  await waitForOutcome(panel, 1, 'Open its page');
  expect(await readLink()).toBe(href);
  await page.close();
});

test('of another tab alone a press leads into that tab', async () => {
  const bees = await openTab(stage.docent, stage.sites.url('/bees', 'localhost'));
  const { page, panel } = await openPanelBeside(stage, '/harbour?tab');
  await attachTab(panel, 'bees');
  await press(panel, 'button', `Remove ${HARBOUR}`);
  await waitForChips(panel, [HIVES]);
  stage.api.script({ text: `Honey [1].${listOf(WHERE.bees)}` });
  await ask(panel, 'How much honey?');
  expect(lastSent(stage)).not.toContain(BELL);
  await press(panel, 'button', `Source 1: “${WHERE.bees}”`);
  await expect.poll(() => readMarked(bees)).toEqual([WHERE.bees]);
  expect(await bees.evaluate(() => document.visibilityState)).toBe('visible');
  for (const each of [page, bees]) await each.close();
});

test('of a file alone nothing is looked for in the tab, nor does that go anywhere', async () => {
  const { page, panel } = await openPanelBeside(stage, '/harbour?alone');
  await press(panel, 'button', `Remove ${HARBOUR}`);
  await attachFiles(panel, { 'keepers.pdf': book });
  await waitForChips(panel, ['keepers.pdf']);
  await waitForSizes(panel);
  stage.api.script({ text: `Many [1].${listOf(WHERE.ships)}` });
  await ask(panel, 'How many ships?');
  expect(lastSent(stage)).not.toContain(BELL);
  await press(panel, 'button', `Source 1: “${WHERE.ships}” · Page 2`);
  await waitForOutcome(panel, 1, 'It is in a file, which no tab shows.');
  expect(page.url()).toBe(stage.sites.url('/harbour?alone'));
  await page.close();
});

test('a source of a PDF in the viewer leads the tab to the address of its page', async () => {
  const { page, panel } = await openPanelBeside(stage, '/book.pdf');
  const tabId = await findTabId(stage.docent, page);
  const own = await openOwnPage(stage.docent, 'options.html');
  await page.bringToFront();
  stage.api.script({ text: `Many [1].${listOf(WHERE.ships)}` });
  await ask(panel, 'How many ships?');
  await press(panel, 'button', `Source 1: “${WHERE.ships}” · Page 2`);
  await expect.poll(() => addressOf(own, tabId)).toBe(`${stage.sites.url('/book.pdf')}#page=2`);
  await panel.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent === 'Page 2'));
  await waitForText(panel, 'Sources (1)');
  await photograph(panel, 'sources-pdf-panel');
  for (const each of [page, own]) await each.close();
});

test('a passage that the page has lost since is told to be gone, and the others still work', async () => {
  const { page, panel } = await openPanelBeside(stage, '/harbour?changed');
  stage.api.script({ text: `Bell [1]. Lübeck [2].${listOf(WHERE.bell, 'An old fisherman kept a diary')}` });
  await ask(panel, 'What does it weigh?');
  await page.evaluate((words) => [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes(words))?.remove(), WHERE.bell);
  await press(panel, 'button', `Source 1: “${WHERE.bell}”`);
  await waitForOutcome(panel, 1, 'It is no longer in the page.');
  await photograph(panel, 'sources-gone');
  expect(await readMarked(page)).toEqual([]);
  await press(panel, 'button', 'Source 2: “An old fisherman kept a diary”');
  await expect.poll(() => readMarked(page)).toEqual(['An old fisherman kept a diary']);
  await page.close();
});

test('two panels on one conversation: both have the sources, and each leads into the page', async () => {
  const { page, panel } = await openPanelBeside(stage, '/harbour?two');
  const second = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
  await page.bringToFront();
  stage.api.script({ text: `Bell [1]. Cast [2].${listOf(WHERE.bell, 'was cast in Lübeck')}` });
  await ask(panel, 'What does it weigh?');
  await waitForText(second, 'Sources (2)');
  await press(panel, 'button', `Source 1: “${WHERE.bell}”`);
  await expect.poll(() => readMarked(page)).toEqual([WHERE.bell]);
  await second.bringToFront();
  await press(second, 'button', 'Source 2: “was cast in Lübeck”');
  await expect.poll(() => readMarked(page)).toEqual(['was cast in Lübeck']);
  // What comes of a press is told where it is made.
  await page.evaluate((words) => [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes(words))?.remove(), BELL);
  await press(second, 'button', `Source 1: “${WHERE.bell}”`);
  await waitForOutcome(second, 1, 'It is no longer in the page.');
  for (const each of [second, page]) await each.close();
});

test('an answer continued after the background has died names the document and the page as others do', async () => {
  const { page, panel } = await openPanelBeside(stage, '/harbour?killed');
  await attachFiles(panel, { 'cellar.txt': KEY, 'keepers.pdf': book });
  await waitForChips(panel, [HARBOUR, 'cellar.txt', 'keepers.pdf']);
  await waitForSizes(panel);
  stage.api.script({ text: `Bell [1], key [2], ships [3].\n\n<sources>\n[1] "${WHERE.bell}"\n[2] "${'word '.repeat(200)}`, until: new Promise(() => undefined) });
  await (await find(panel, 'textbox', 'Message')).type('What is where?');
  await press(panel, 'button', 'Send');
  await find(panel, 'button', `Source 1: “${WHERE.bell}” · ${HARBOUR}`);
  await killWorker(stage.docent);
  await waitForText(panel, 'stopped Docent in the middle');
  stage.api.script({ text: `[2] "${WHERE.key}"\n[3] "${WHERE.ships}"\n</sources>` });
  await press(panel, 'button', 'Continue');
  await waitForText(panel, 'Sources (3)');
  expect(await readMarks(panel)).toEqual([
    `Source 1: “${WHERE.bell}” · ${HARBOUR}`,
    `Source 2: “${WHERE.key}” · cellar.txt`,
    `Source 3: “${WHERE.ships}” · ${BOOK} · Page 2`,
  ]);
  await page.close();
});
