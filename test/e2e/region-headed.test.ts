import type { Frame, Page } from 'puppeteer';
import { afterEach, describe, expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findChooser, readStatus } from './support/chooser.ts';
import { canShow } from './support/display.ts';
import { find, openPanel, openPopup, openTab, panelOf, press } from './support/docent.ts';
import { expectPlain, NINE_COLOURS } from './support/nine-colours.ts';
import { useStage } from './support/stage.ts';

/** Real keys, which go to whatever of the browser has the keyboard: nobody but the reader can move that from the panel to the page. */
describe.skipIf(!canShow)('choosing a region with real keys', () => {
  const stage = useStage({ pages: { '/story': composeArticle({}), '/colours': NINE_COLOURS }, accept: '/story', headed: true });
  let page: Page;

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') stage.display.photograph(`region-failed-${task.id}`);
    await page.close();
  });

  async function openBoth(): Promise<Page> {
    page = await openTab(stage.docent, stage.sites.url('/colours'));
    await page.bringToFront();
    await stage.display.untilStill();
    return openPanel(stage.docent, await openPopup(stage.docent, page));
  }

  /** What takes the keys in the panel; then until panel or page has the keyboard, which a popup gives back some time after it has closed. */
  async function findSteering(panel: Page): Promise<Frame> {
    await find(panel, 'application', 'Choose a part of the page');
    await panel.waitForFunction(() => document.activeElement?.role === 'application');
    const frame = await findChooser(page);
    const hear = async () => (await Promise.all([panel, page].map((window) => window.evaluate(() => document.hasFocus())))).some(Boolean);
    await expect.poll(hear).toBe(true);
    return frame;
  }

  /** Strikes a key once what came of the one before is seen: on its way through the panel one may be late. */
  async function strikeUntil(frame: Frame, key: string, status: RegExp): Promise<void> {
    stage.display.type(key);
    await expect.poll(() => readStatus(frame)).toMatch(status);
  }

  test('from the panel, which keeps the keyboard and hands its keys on', async () => {
    const panel = await openBoth();
    await press(panel, 'button', 'Describe images');
    await press(panel, 'button', 'Choose a region');
    const frame = await findSteering(panel);
    // The chooser does not stand in the place where it was drawn first: the panel has made the page narrower.
    await strikeUntil(frame, '5', /^Centre, 33% wide/);
    await strikeUntil(frame, 'BackSpace', /^Everything in sight/);
    await strikeUntil(frame, '6', /^Middle right, 33% wide/);
    await expect.poll(() => panel.$eval('.region-status', (status) => status.textContent)).toMatch(/^Middle right, 33% wide/);
    stage.display.photograph('region-panel');
    stage.display.type('Return');
    expect((await waitForEnd(panel)).text).toContain('A purple ');
    await expectPlain(stage.api.chats().at(-1), 'purple');
    expect(await panel.$('[role=application]')).toBeNull();
    await panel.close();
  });

  test('from the popup: the panel opens, and whichever of page and panel has the keyboard, its keys count', async () => {
    page = await openTab(stage.docent, stage.sites.url('/colours'));
    await page.bringToFront();
    await stage.display.untilStill();
    const popup = await openPopup(stage.docent, page);
    await press(popup, 'button', 'Describe images');
    const panel = await panelOf(stage.docent, () => press(popup, 'button', 'Choose a region').catch(() => {}));
    const frame = await findSteering(panel);
    await strikeUntil(frame, '7', /^Bottom left/);
    stage.display.photograph('region-popup');
    stage.display.type('Return');
    expect((await waitForEnd(panel)).text).toContain('A cyan ');
    await expectPlain(stage.api.chats().at(-1), 'cyan');
    await panel.close();
  });
});
