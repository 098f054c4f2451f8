import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, openPanel, openPopup, photograph, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { openWindow } from './support/windows.ts';

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }), '/boats': composeArticle({ title: 'The boats' }) }, accept: '/lamps?accept' });
const QUESTION = 'Who lit the lamps first?';
/** Half of it comes before a test lets the rest come. */
const LONG = 'The keeper lit them every evening at dusk, for as long as he lived, and after him his daughter did, until nobody needed lamps any more.';

/** The panel where the conversation began, and that of a second window, where it was opened from the history. */
let first: { page: Page; panel: Page };
let second: { page: Page; panel: Page };

beforeEach(async () => {
  first = await openPanelBeside(stage, '/lamps');
  stage.api.script({ text: 'Nobody knows.' });
  await ask(first.panel, QUESTION);
  const page = await openWindow(stage.docent, stage.sites.url('/boats'));
  second = { page, panel: await openPanel(stage.docent, await openPopup(stage.docent, page)) };
  await second.panel.waitForSelector('.tray-list');
  await press(second.panel, 'button', 'History');
  const rows = await second.panel.waitForSelector('.conversation-open');
  await rows?.click();
  await waitForBubbles(second.panel, [QUESTION]);
});

afterEach(async () => {
  await closePanels(stage.docent);
  await second.page.close();
  await first.page.close();
});

const waitForBubbles = (panel: Page, texts: string[]) =>
  panel.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll('.bubble')].map(({ textContent }) => textContent)) === wanted, {}, JSON.stringify(texts));
const readAnswers = (panel: Page) => panel.$$eval('article .markdown', (all) => all.map(({ textContent }) => textContent?.trim()));
/** Whether an answer still streams, as the panel shows it. */
const waitForBusy = (panel: Page, busy: boolean) => panel.waitForFunction((wanted) => ([...document.querySelectorAll('article')].at(-1)?.ariaBusy === 'true') === wanted, {}, busy);

/** Asks what is answered by halves; the rest comes when what is given is called. */
async function askSlowly(panel: Page, question: string): Promise<() => void> {
  let finish = () => {};
  stage.api.script({ text: LONG, until: new Promise<void>((resolve) => { finish = resolve; }) });
  await (await find(panel, 'textbox', 'Message')).type(question);
  await press(panel, 'button', 'Send');
  return finish;
}

test('what is asked in either window is answered in both, and can be edited, stopped and deleted from either', async () => {
  stage.api.script({ text: 'In the second window.' });
  await ask(second.panel, 'Asked in the second?');
  await waitForBubbles(first.panel, [QUESTION, 'Asked in the second?']);
  await waitForText(first.panel, 'In the second window.');

  const finish = await askSlowly(first.panel, 'Asked in the first?');
  for (const { panel } of [first, second]) await waitForText(panel, LONG.slice(0, 40));
  await press(second.panel, 'button', 'Stop');
  for (const { panel } of [first, second]) await waitForBusy(panel, false);
  finish();
  for (const { panel } of [first, second]) await waitForText(panel, 'Stopped.');
  expect(await readAnswers(first.panel)).toEqual(await readAnswers(second.panel));
  await photograph(first.panel, 'two-windows-first');
  await photograph(second.panel, 'two-windows-second');

  await (await find(second.panel, 'textbox', 'Message')).press('ArrowUp');
  const field = await find(second.panel, 'textbox', 'Edited message');
  await field.click({ count: 3 });
  await field.type('Edited in the second?');
  stage.api.script({ text: 'To the edited question.' });
  await second.panel.keyboard.press('Enter');
  await waitForBubbles(first.panel, [QUESTION, 'Asked in the second?', 'Edited in the second?']);
  for (const { panel } of [first, second]) await panel.waitForFunction(() => document.querySelector('.versions [role="status"]')?.textContent.includes('Version 2 of 2'));
  await waitForText(first.panel, 'To the edited question.');
  await press(first.panel, 'button', 'Previous version');
  await waitForBubbles(second.panel, [QUESTION, 'Asked in the second?', 'Asked in the first?']);

  await first.panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('button[aria-label="Delete message"], button[title="Delete message"]')][1]?.click());
  for (const { panel } of [first, second]) await waitForBubbles(panel, [QUESTION]);
  await press(first.panel, 'button', 'Undo');
  for (const { panel } of [first, second]) await waitForBubbles(panel, [QUESTION, 'Asked in the second?', 'Asked in the first?']);
});

test('the window in which an answer was asked for is closed in the middle of it: it comes to its end in the other', async () => {
  const finish = await askSlowly(second.panel, 'Asked by who goes?');
  await waitForText(first.panel, LONG.slice(0, 40));
  await second.panel.close();
  finish();
  await waitForText(first.panel, LONG.slice(-40));
  await waitForBusy(first.panel, false);
  expect((await readAnswers(first.panel)).at(-1)).toBe(LONG);

  const reopened = await openPanel(stage.docent, await openPopup(stage.docent, second.page));
  await waitForText(reopened, LONG.slice(-40));
  second.panel = reopened;
  const more = await askSlowly(reopened, 'Asked in a window that closes?');
  await waitForBubbles(first.panel, [QUESTION, 'Asked by who goes?', 'Asked in a window that closes?']);
  await waitForText(first.panel, LONG.slice(0, 40));
  await second.page.close();
  more();
  await waitForBusy(first.panel, false);
  expect((await readAnswers(first.panel)).at(-1)).toBe(LONG);
  second.page = await openWindow(stage.docent, stage.sites.url('/boats?again'));
});
