import type { Page } from 'puppeteer';
import type { Docent } from './docent.ts';
import { openOwnPage } from './docent.ts';

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

/** Opens popup or panel as a page of its own that is about a given tab. */
export function openPinned(docent: Docent, name: string, tabId: number): Promise<Page> {
  return openOwnPage(docent, `${name}?tabId=${tabId}`);
}
