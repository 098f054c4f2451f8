import type { Page } from 'puppeteer';
import { expect, test, vi } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { showDatabases } from './support/databases.ts';
import { find, press } from './support/docent.ts';
import { ask, openHistory, readDatabases } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { openPanelBeside } from './support/tabs.ts';

/** What is there again after the browser has ended and was started anew, with the same profile. */
const stage = useStage({
  pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }), '/bees': composeArticle({ title: 'A year with bees' }) },
  accept: '/lamps?accept',
  keeps: true,
});

const openPanelOn = (path: string) => openPanelBeside(stage, path);
const waitForBox = (panel: Page, text: string) => panel.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === wanted, {}, text);
const bubbles = (panel: Page) => panel.$$eval('.bubble', (all) => all.map(({ textContent }) => textContent));

test('messages that were not sent, and all branches of a conversation, are there again after the browser was restarted', async () => {
  const { panel } = await openPanelOn('/lamps');
  await ask(panel, 'Who paid for it?');
  await ask(panel, 'Who asked for brighter lamps?');
  await ask(panel, 'And what came after?');
  // In the middle: what followed stays with the first version.
  const [, middle] = await panel.$$('::-p-aria(Edit message[role="button"])');
  await middle?.click();
  const field = await find(panel, 'textbox', 'Edited message');
  await field.click({ count: 3 });
  await field.type('Who kept a diary?');
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => document.querySelectorAll('.bubble').length === 2 && document.querySelector('.versions'));
  await waitForEnd(panel);
  await (await find(panel, 'textbox', 'Message')).type('Half a thought about zebras');
  await vi.waitFor(async () => expect(await readDatabases(panel)).toContain('Half a thought about zebras'), { timeout: 120_000 });

  const { panel: other, page } = await switchTo(panel, '/bees');
  await (await find(other, 'textbox', 'Message')).type('Beside the bees');
  await vi.waitFor(async () => expect(await readDatabases(other)).toContain('Beside the bees'), { timeout: 120_000 });
  await page.close();
  await stage.restart();

  // What was written where nothing had been asked yet is beside its page; the other with its conversation.
  const bees = await openPanelOn('/bees');
  await waitForBox(bees.panel, 'Beside the bees');
  await bees.panel.close();
  const lamps = await openPanelOn('/lamps');
  await waitForBox(lamps.panel, '');
  await openHistory(lamps.panel, 2);
  await lamps.panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.conversation-open')].find(({ textContent }) => textContent.includes('Who paid for it?'))?.click());
  await lamps.panel.waitForSelector('.bubble');
  await waitForBox(lamps.panel, 'Half a thought about zebras');
  expect(await bubbles(lamps.panel)).toEqual(['Who paid for it?', 'Who kept a diary?']);
  await press(lamps.panel, 'button', 'Previous version');
  await lamps.panel.waitForFunction(() => document.querySelectorAll('.bubble').length === 3);
  expect(await bubbles(lamps.panel)).toEqual(['Who paid for it?', 'Who asked for brighter lamps?', 'And what came after?']);

  // What was sent is not there again.
  await press(lamps.panel, 'button', 'Send');
  await lamps.panel.waitForFunction(() => document.querySelectorAll('.bubble').length === 4);
  await waitForEnd(lamps.panel);
  await vi.waitFor(async () => expect(await readDrafts(lamps.panel)).toEqual(['Beside the bees']), { timeout: 120_000 });
});

/** Another page in a tab of its own, which the panel then is about. */
async function switchTo(panel: Page, path: string): Promise<{ page: Page; panel: Page }> {
  await panel.close();
  return openPanelOn(path);
}

async function readDrafts(own: Page): Promise<string[]> {
  await showDatabases(own);
  return own.evaluate(async () => {
    const database = await openDatabase();
    const drafts = (await waitFor(database.transaction('drafts').objectStore('drafts').getAll())) as { text: string }[];
    database.close();
    return drafts.map(({ text }) => text);
  });
}
