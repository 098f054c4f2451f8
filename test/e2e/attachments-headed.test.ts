import type { Page } from 'puppeteer';
import { afterEach, describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { canShow } from './support/display.ts';
import { openTab, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { openPanelBeside } from './support/tabs.ts';
import { lastSent, readChips, waitForChips, waitForSizes } from './support/tray.ts';

const LAMPS = 'The lamps of the harbour';
const boats = (name: string) => `<!doctype html><html lang="en"><title>${name}</title><h1>${name}</h1><p>${name} leave at noon, and come back at dusk.</p>`;

describe.skipIf(!canShow)('tabs of sites that Docent may not read', () => {
  const stage = useStage({ pages: { '/lamps': composeArticle({ title: LAMPS }), '/red': boats('Red boats'), '/blue': boats('Blue boats') }, accept: '/lamps?accept', headed: true });
  const pages: Page[] = [];

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') stage.display.photograph(`attachments-failed-${task.id}`);
    for (const page of pages.splice(0)) await page.close();
  });

  /** Presses a button that asks for access, and answers the browser's own prompt over the page beside the panel. */
  async function answer({ page, panel }: { page: Page; panel: Page }, name: string, choice: 'allow' | 'deny'): Promise<void> {
    const isAsked = await stage.display.untilCovered(page, () => press(panel, 'button', name));
    stage.display.photograph(`attachments-prompt-${choice}-${name.replace(/\W+/g, '-')}`);
    // The first button denies.
    if (choice === 'allow') stage.display.type('Tab');
    // For half a second the prompt takes no Return, against accidents.
    for (let asked = true; asked; asked = isAsked()) {
      stage.display.type('Return');
      await stage.display.untilStill();
    }
  }

  const isListed = (panel: Page, title: string) => panel.waitForFunction((wanted) => [...document.querySelectorAll('.tab-option .clip')].some(({ textContent }) => textContent === wanted), {}, title);

  async function chooseTab(panel: Page, title: string): Promise<void> {
    await isListed(panel, title);
    await panel.evaluate((wanted) => {
      [...document.querySelectorAll<HTMLElement>('.tab-option')].find((option) => option.querySelector('.clip')?.textContent === wanted)?.querySelector('input')?.click();
    }, title);
    await panel.waitForFunction(() => [...document.querySelectorAll('dialog button')].some(({ textContent }) => textContent === 'Attach 1 tab'));
  }

  /** Opens a tab of another site and leaves it in the back. */
  async function openElsewhere(path: string, host: string): Promise<void> {
    pages.push(await openTab(stage.docent, stage.sites.url(path, host)));
  }

  test('are named and read once the reader has allowed both; where access is refused, the tab says so and the rest goes along', async () => {
    await openElsewhere('/red', 'red.test');
    await openElsewhere('/blue', 'blue.test');
    const both = await openPanelBeside(stage, '/lamps');
    const { page, panel } = both;
    pages.push(page, panel);

    await press(panel, 'button', 'Attach tabs');
    await answer(both, 'Show all tabs', 'allow');
    await chooseTab(panel, 'Red boats');
    await answer(both, 'Attach 1 tab', 'allow');
    await waitForChips(panel, [LAMPS, 'Red boats']);
    await waitForSizes(panel);
    await ask(panel, 'When?');
    expect(lastSent(stage)).toContain('Red boats leave at noon');
    stage.display.photograph('attachments-allowed');

    await press(panel, 'button', 'Attach tabs');
    await chooseTab(panel, 'Blue boats');
    await answer(both, 'Attach 1 tab', 'deny');
    await waitForChips(panel, [LAMPS, 'Red boats', 'Blue boats']);
    await panel.waitForFunction(() => [...document.querySelectorAll('.tray-chip.warn .clip')].some(({ textContent }) => textContent === 'Blue boats'));
    expect((await readChips(panel))[2]?.note).toContain('may not read this site yet');
    stage.display.photograph('attachments-denied');
    await ask(panel, 'And then?');
    expect(lastSent(stage)).toContain('Red boats leave at noon');
    expect(lastSent(stage)).not.toContain('Blue boats leave');
    expect(await panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('article')].at(-1)?.innerText)).toContain('Blue boats could not be read');
    stage.display.photograph('attachments-denied-answer');
  });
});
