import type { Page, Target } from 'puppeteer';
import type { Docent } from './docent.ts';
import { openOwnPage } from './docent.ts';

/** Opens a page of the web in a window of its own. */
export async function openWindow(docent: Docent, url: string, incognito = false): Promise<Page> {
  const known = new Set<Target>(docent.browser.targets());
  const own = await openOwnPage(docent, 'options.html');
  const opening = docent.browser.waitForTarget((target) => !known.has(target) && target.type() === 'page' && target.url() === url, { timeout: 120_000 });
  await own.evaluate((address, isPrivate) => chrome.windows.create({ url: address, incognito: isPrivate }), url, incognito);
  const page = await (await opening).page();
  await own.close();
  if (!page) throw new Error('The window has no page.');
  page.setDefaultTimeout(120_000);
  await page.waitForFunction(() => document.readyState !== 'loading');
  return page;
}

/** The same in a private window. */
export const openPrivateWindow = (docent: Docent, url: string) => openWindow(docent, url, true);
