import { afterEach, expect, test, vi } from 'vitest';
import type { Page } from 'puppeteer';
import { waitForEnd } from './support/answers.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openPopup, openTab, photograph, press } from './support/docent.ts';
import { ask, openHistory, readDatabases } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, accept: '/lamps?accept' });

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);

/** Waits until the panel shows that version, and so many answers. */
const waitForVersion = (panel: Page, name: string, answers: number) =>
  panel.waitForFunction(
    (wanted, count) => document.querySelector('.versions [role="status"]')?.textContent.includes(wanted) && document.querySelectorAll('article').length === count,
    {}, name, answers,
  );

test('an answer asked for again stays beside the new one, with what followed it; what was shown last is shown again', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await ask(panel, 'Who paid for it?');
  await ask(panel, 'And who asked for brighter lamps?');
  const [retry] = await panel.$$('::-p-aria(Retry[role="button"])');
  await retry?.click();
  await waitForVersion(panel, 'Version 2 of 2', 1);
  await waitForEnd(panel);
  await photograph(panel, 'versions');
  expect(await findBarriers(panel)).toEqual([]);

  // By keyboard: the focus stays on the buttons, and the last version has no next one.
  const previous = await find(panel, 'button', 'Previous version');
  await previous.focus();
  await panel.keyboard.press('Enter');
  await waitForVersion(panel, 'Version 1 of 2', 2);
  expect(await panel.evaluate(() => document.activeElement?.ariaLabel)).toBe('Previous version');
  expect(await previous.evaluate((button) => button.ariaDisabled)).toBe('true');

  // The background dies, and the tab is closed: the history still shows the first version.
  // Once by its making, once by the switch.
  await vi.waitFor(async () => expect((await readDatabases(panel)).match(/"chosenAt"/g)).toHaveLength(2));
  await killWorker(stage.docent);
  await page.close();
  const other = await openTab(stage.docent, stage.sites.url('/lamps?again'));
  await other.bringToFront();
  await panel.waitForFunction(() => !document.querySelector('article'));
  await openHistory(panel, 2);
  await panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.conversation-open')].find(({ textContent }) => textContent.includes('Who paid for it?'))?.click());
  await waitForVersion(panel, 'Version 1 of 2', 2);
  await ask(panel, 'What came after?');
  const { messages } = stage.api.chats().at(-1)?.body as { messages: { content: string }[] };
  const sent = messages.map(({ content }) => content).join('\n');
  expect(sent).toContain('And who asked for brighter lamps?');
  await press(panel, 'button', 'Next version');
  await waitForVersion(panel, 'Version 2 of 2', 1);
  await other.close();
});

test('two windows on one conversation show the same version', async () => {
  const { page, panel } = await openPanelOn('/lamps?two');
  await ask(panel, 'What stands there?');
  await press(panel, 'button', 'Retry');
  await waitForVersion(panel, 'Version 2 of 2', 1);
  await waitForEnd(panel);
  await panel.setViewport({ width: 320, height: 640 });
  expect(await findOverflow(panel)).toEqual([]);
  const popup = await openPopup(stage.docent, page);
  await popup.waitForSelector('article');
  await press(panel, 'button', 'Previous version');
  await waitForVersion(panel, 'Version 1 of 2', 1);
  const shown = () => panel.evaluate(() => document.querySelector('article .answer-text')?.textContent);
  await popup.waitForFunction((text) => document.querySelector('article .answer-text')?.textContent === text, {}, await shown());
  await page.close();
});
