import { type ElementHandle, type Page, ProtocolError } from 'puppeteer';
import type { Docent } from './launch.ts';

/** Selector of an element by what a screen reader calls it. */
function named(role: string, name: string): string {
  return `::-p-aria(${name}[role="${role}"])`;
}

/** Waits for the element with that role and accessible name. */
export async function find(page: Page, role: string, name: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(named(role, name));
  if (!element) throw new Error(`No ${role} named ${name}.`);
  return element;
}

/** Clicks the element with that role and accessible name, once it is there, enabled and at rest. */
export async function press(page: Page, role: string, name: string): Promise<void> {
  await page.locator(named(role, name)).click();
}

async function windowOf(docent: Docent, page: string, open: () => Promise<void>): Promise<Page> {
  const known = new Set(docent.browser.targets());
  const [target] = await Promise.all([
    docent.browser.waitForTarget((found) => !known.has(found) && found.url().startsWith(docent.pageUrl(page))),
    open(),
  ]);
  return target.asPage();
}

/** Opens the real popup over a page, as a click on the toolbar button would, `activeTab` included. */
export function openPopup(docent: Docent, page: Page): Promise<Page> {
  return windowOf(docent, 'popup.html', () => docent.extension.triggerAction(page));
}

/** Opens the real side panel by pressing `Open side panel` in the popup. */
export async function openPanel(docent: Docent, popup: Page): Promise<Page> {
  const button = await find(popup, 'button', 'Open side panel');
  return windowOf(docent, 'sidepanel.html', () => button.click().catch(ignoreClosing));
}

/** Chromium closes the popup as the panel opens, sometimes before the click is acknowledged. */
function ignoreClosing(thrown: unknown): void {
  if (!(thrown instanceof ProtocolError && thrown.message.includes('Target closed'))) throw thrown;
}
