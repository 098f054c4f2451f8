import { type ElementHandle, type Locator, type Page, ProtocolError, type Target } from 'puppeteer';
import type { Docent } from './launch.ts';

/** Milliseconds that something may take to come: the limit is for what never comes, and a busy machine takes long. */
const PATIENCE = 120_000;

/** Lets all waiting in a page take that long. */
function makePatient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Opens an empty tab. */
export async function openBlank({ browser }: Pick<Docent, 'browser'>): Promise<Page> {
  return makePatient(await browser.newPage());
}

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

/** The element with that role and accessible name, which is waited for until it is there, enabled and at rest. */
export function locate(page: Page, role: string, name: string): Locator<Element> {
  return page.locator(named(role, name));
}

/** Clicks the element with that role and accessible name, once it is there, enabled and at rest. */
export async function press(page: Page, role: string, name: string): Promise<void> {
  try {
    await locate(page, role, name).click();
  } catch (error) {
    const text = await page.evaluate(() => document.body.innerText).catch(() => '(closed)');
    throw new Error(`The ${role} ${name} could not be pressed. The page shows:\n${text}`, { cause: error });
  }
}

async function windowOf(docent: Docent, page: string, open: () => void | Promise<void>): Promise<Page> {
  const known = new Set(docent.browser.targets());
  const isNew = (target: Target) => !known.has(target) && target.url().startsWith(docent.pageUrl(page));
  const opening = docent.browser.waitForTarget(isNew, { timeout: PATIENCE }).catch((error: unknown) => {
    const all = docent.browser.targets().map((target) => `${target.type()} ${target.url()}`).join('\n');
    throw new Error(`No ${page} has opened. There are:\n${all}`, { cause: error });
  });
  const [target] = await Promise.all([opening, open()]);
  return makePatient(await target.asPage());
}

/** Opens the real popup over a page, as a click on the toolbar button would, `activeTab` included. */
export function openPopup(docent: Docent, page: Page): Promise<Page> {
  return windowOf(docent, 'popup.html', () => docent.extension.triggerAction(page));
}

/** The side panel that something else opens, as a key or a menu does. */
export function panelOf(docent: Docent, open: () => void | Promise<void>): Promise<Page> {
  return windowOf(docent, 'sidepanel.html', open);
}

/**
 * Opens the real side panel by pressing `Open side panel` in the popup, with the keyboard: while an answer grows the
 * popup grows with it, and the button moves away from under a mouse.
 */
export async function openPanel(docent: Docent, popup: Page): Promise<Page> {
  const button = await find(popup, 'button', 'Open side panel');
  return panelOf(docent, () => button.press('Enter').catch(ignoreClosing));
}

/** Chromium closes the popup as the panel opens, sometimes before the key press is acknowledged. */
function ignoreClosing(thrown: unknown): void {
  if (!(thrown instanceof ProtocolError && thrown.message.includes('Target closed'))) throw thrown;
}
