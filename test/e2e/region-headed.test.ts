import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findChooser, readStatus } from './support/chooser.ts';
import type { Display } from './support/display.ts';
import { canShow, openDisplay } from './support/display.ts';
import type { Docent } from './support/docent.ts';
import { find, launchDocent, openPanel, openPopup, openTab, panelOf, press } from './support/docent.ts';
import { expectPlain, NINE_COLOURS } from './support/nine-colours.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { acceptOnce } from './support/summary.ts';

/** Real keys, which go to whatever of the browser has the keyboard: nobody but the reader can move that from the panel to the page. */
describe.skipIf(!canShow)('choosing a region with real keys', () => {
  let display: Display;
  let docent: Docent;
  let sites: Sites;
  let api: TestServer;
  let page: Page;

  beforeAll(async () => {
    sites = await serveSites({ '/story': composeArticle({}), '/colours': NINE_COLOURS });
    api = await createServer({});
    display = await openDisplay();
    docent = await launchDocent({ headless: false, env: display.env, args: ['--window-size=1200,880', '--window-position=0,0'] });
    await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
    await acceptOnce(docent, sites.url('/story'));
  });

  afterAll(async () => {
    await docent.browser.close();
    await display[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') display.photograph(`region-failed-${task.id}`);
    await page.close();
  });

  async function openBoth(): Promise<Page> {
    page = await openTab(docent, sites.url('/colours'));
    await page.bringToFront();
    await display.untilStill();
    return openPanel(docent, await openPopup(docent, page));
  }

  /** What takes the keys in the panel, once it has the keyboard. */
  async function findSteering(panel: Page): Promise<void> {
    await find(panel, 'application', 'Choose a part of the page');
    await panel.waitForFunction(() => document.activeElement?.role === 'application');
  }

  test('from the panel, which keeps the keyboard and hands its keys on', async () => {
    const panel = await openBoth();
    await press(panel, 'button', 'Describe images');
    await press(panel, 'button', 'Choose a region');
    await findSteering(panel);
    const frame = await findChooser(page);
    // The chooser does not stand in the place where it was drawn first: the panel has made the page narrower.
    display.type('5', 'BackSpace', '6');
    await expect.poll(() => readStatus(frame)).toMatch(/^Middle right, 33% wide/);
    await expect.poll(() => panel.$eval('.region-status', (status) => status.textContent)).toMatch(/^Middle right, 33% wide/);
    display.photograph('region-panel');
    display.type('Return');
    expect((await waitForEnd(panel)).text).toContain('A purple ');
    await expectPlain(api.chats().at(-1), 'purple');
    expect(await panel.$('[role=application]')).toBeNull();
    await panel.close();
  });

  test('from the popup: the panel opens, and whichever of page and panel has the keyboard, its keys count', async () => {
    page = await openTab(docent, sites.url('/colours'));
    await page.bringToFront();
    await display.untilStill();
    const popup = await openPopup(docent, page);
    await press(popup, 'button', 'Describe images');
    const panel = await panelOf(docent, () => press(popup, 'button', 'Choose a region').catch(() => {}));
    await findSteering(panel);
    const frame = await findChooser(page);
    await display.untilStill();
    display.type('7');
    await expect.poll(() => readStatus(frame)).toMatch(/^Bottom left/);
    display.photograph('region-popup');
    display.type('Return');
    expect((await waitForEnd(panel)).text).toContain('A cyan ');
    await expectPlain(api.chats().at(-1), 'cyan');
    await panel.close();
  });
});
