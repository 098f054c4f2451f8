import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { find, launchDocent, openTab, photograph, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';
import { attachFiles, waitForSizes } from './support/tray.ts';

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, accept: '/lamps?accept' });

/** Share of the window's height that the conversation has. */
const shareOfLog = (panel: Page) => panel.$eval('[role="log"]', (log) => log.getBoundingClientRect().height / innerHeight);

test('in a low window the conversation has its half, with files attached as well, and every tool can be reached by keyboard', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/lamps', '127.0.0.1'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
  await panel.waitForSelector('.tray-list');
  await attachFiles(panel, { 'cellar.txt': 'The cellar key hangs behind the stove.', 'boats.csv': 'boat;berth\nLena;7\n' });
  await panel.waitForFunction(() => document.querySelectorAll('.tray-chip').length === 3);
  await (await find(panel, 'textbox', 'Message')).click();
  await waitForSizes(panel);
  await ask(panel, 'Where is the key?');
  for (const [width, height, least] of [[320, 480, 0.5], [400, 600, 0.5], [400, 450, 0.5]] as const) {
    await panel.setViewport({ width, height });
    expect(await shareOfLog(panel), `${width} x ${height}`).toBeGreaterThanOrEqual(least);
    expect(await findOverflow(panel), `${width} x ${height}`).toEqual([]);
    await photograph(panel, `low-${width}x${height}`);
  }
  expect(await findBarriers(panel)).toEqual([]);
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await panel.evaluate(() => { document.documentElement.dir = 'rtl'; });
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'low-dark-rtl');
  await panel.evaluate(() => { document.documentElement.dir = 'ltr'; });
  await panel.setViewport({ width: 320, height: 480 });
  const safety = await find(panel, 'button', 'Check safety');
  await safety.focus();
  // What has the focus is in sight.
  await panel.waitForFunction(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return document.activeElement?.textContent === 'Check safety' && box !== undefined && box.left >= 0 && box.right <= innerWidth;
  });
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => document.querySelectorAll('article').length === 2);
  await waitForEnd(panel);
  await press(panel, 'button', 'Remove boats.csv');
  await panel.waitForFunction(() => document.querySelectorAll('.tray-chip').length === 2);
  await panel.close();
  await page.close();
});

test.each(['de', 'ar'])('so it has in another language: %s', async (lang) => {
  const docent = await launchDocent({ lang });
  try {
    const page = await openTab(docent, stage.sites.url('/lamps', '127.0.0.1'));
    const panel = await openPinned(docent, 'sidepanel.html', await findTabId(docent, page));
    await panel.waitForSelector('.tray-list');
    for (const [width, height] of [[320, 480], [400, 600], [400, 450]] as const) {
      await panel.setViewport({ width, height });
      expect(await shareOfLog(panel), `${width} x ${height}`).toBeGreaterThanOrEqual(0.5);
      expect(await findOverflow(panel), `${width} x ${height}`).toEqual([]);
      await photograph(panel, `low-${lang}-${width}x${height}`);
    }
    expect(await findBarriers(panel)).toEqual([]);
  } finally {
    await docent.browser.close();
  }
});
