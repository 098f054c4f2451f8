import type { Page, Target } from 'puppeteer';
import type { Docent } from './docent.ts';
import { openBlank, openOwnPage } from './docent.ts';

/** Only Chromium's own page of extensions has it. */
interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  getExtensionInfo(extensionId: string): Promise<{ incognitoAccess: { isActive: boolean }; state: string }>;
}

/** Turns on "Allow in Incognito" for Docent, as its reader does in the browser's page of extensions; Chromium loads Docent anew then. */
export async function allowInPrivate(docent: Docent): Promise<void> {
  const page = await openBlank(docent);
  await page.goto('chrome://extensions');
  const id = new URL(docent.pageUrl('')).hostname;
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    // Chromium turns unpacked extensions off as it loads them anew, without it.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, id);
  await page.waitForFunction(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    const { incognitoAccess, state } = await developerPrivate.getExtensionInfo(extensionId);
    return incognitoAccess.isActive && state === 'ENABLED';
  }, {}, id);
  await page.close();
}

/** Opens a page of the web in a private window of its own. */
export async function openPrivateWindow(docent: Docent, url: string): Promise<Page> {
  const known = new Set<Target>(docent.browser.targets());
  const own = await openOwnPage(docent, 'options.html');
  const opening = docent.browser.waitForTarget((target) => !known.has(target) && target.type() === 'page' && target.url() === url, { timeout: 120_000 });
  await own.evaluate((address) => chrome.windows.create({ url: address, incognito: true }), url);
  const page = await (await opening).page();
  await own.close();
  if (!page) throw new Error('The private window has no page.');
  page.setDefaultTimeout(120_000);
  await page.waitForFunction(() => document.readyState !== 'loading');
  return page;
}
