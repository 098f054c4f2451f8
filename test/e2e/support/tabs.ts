import type { Page } from 'puppeteer';
import type { Docent } from './docent.ts';
import { openOwnPage, openPanel, openPopup, openTab } from './docent.ts';
import type { Stage } from './stage.ts';

/** The browser's own number of a tab. */
export async function findTabId(docent: Docent, page: Page): Promise<number> {
  const options = await openOwnPage(docent, 'options.html');
  try {
    const id = await options.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id, page.url());
    if (id === undefined) throw new Error(`There is no tab with ${page.url()}.`);
    return id;
  } finally {
    await options.close();
  }
}

/** Gets access to a page by a press on Docent's button. `own` is a page of Docent's from which the tab can be worked on. */
export async function enterTab(docent: Docent, page: Page): Promise<{ tabId: number; own: Page }> {
  await page.bringToFront();
  const popup = await openPopup(docent, page);
  const tabId = await findTabId(docent, page);
  const own = await openOwnPage(docent, 'options.html');
  await popup.close().catch(() => {});
  await page.bringToFront();
  return { tabId, own };
}

/** Opens popup or panel as a page of its own that is about a given tab. */
export function openPinned(docent: Docent, name: string, tabId: number): Promise<Page> {
  return openOwnPage(docent, `${name}?tabId=${tabId}`);
}

/** Opens a page in a tab, and the side panel beside it from the popup. Given once its tools are there: they move what is pressed. */
export async function openPanelBeside({ docent, sites }: Pick<Stage, 'docent' | 'sites'>, path: string): Promise<{ page: Page; panel: Page }> {
  const page = await openTab(docent, sites.url(path));
  await page.bringToFront();
  const panel = await openPanel(docent, await openPopup(docent, page));
  await panel.waitForSelector('.tray-list');
  return { page, panel };
}

/** Closes every side panel. */
export async function closePanels(docent: Docent): Promise<void> {
  for (const target of docent.browser.targets()) {
    if (target.url() === docent.pageUrl('sidepanel.html')) await (await target.asPage()).close();
  }
}
