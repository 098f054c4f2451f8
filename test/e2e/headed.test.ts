import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import type { Display } from './support/display.ts';
import { canShow, openDisplay } from './support/display.ts';
import type { Docent } from './support/docent.ts';
import { launchDocent, openPopup, openTab, panelOf, press } from './support/docent.ts';
import { numberedParagraph } from './support/odd-pages.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

/** Runs in a page of the extension: whether it may read some sites now or in the next moment. */
async function waitForGrant(origins: string[]): Promise<boolean> {
  const granted = new Promise<void>((resolve) => chrome.permissions.onAdded.addListener(() => { resolve(); }));
  await Promise.race([granted, new Promise((resolve) => setTimeout(resolve, 1_000))]);
  return chrome.permissions.contains({ origins });
}

const QUICK = 'Quick summary, made on this device without AI';
const LINKED = Array.from({ length: 8 }, (_, index) => `<p>${numberedParagraph(index)}</p>`).join('');

/** What headless Chromium has not: the native context menu, the browser's own keys, the permission prompt. */
describe.skipIf(!canShow)('with a screen', () => {
  let display: Display;
  let docent: Docent;
  let sites: Sites;
  let page: Page;
  let panel: Page | undefined;

  beforeAll(async () => {
    sites = await serveSites({
      '/story': composeArticle({ extra: '<p><a id="near" href="/linked">The other story</a></p>' }),
      '/linked': `<!doctype html><html lang="en"><title>The boats</title><article><h1>The boats</h1>${LINKED}</article></html>`,
    });
    display = await openDisplay();
    docent = await launchDocent({ headless: false, env: display.env, args: ['--window-size=1200,880', '--window-position=0,0'] });
  });

  afterAll(async () => {
    await docent.browser.close();
    await display[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') display.photograph(`headed-failed-${task.id}`);
    await panel?.close();
    panel = undefined;
    await page.close();
  });

  async function show(path: string): Promise<void> {
    page = await openTab(docent, sites.url(path));
    await page.bringToFront();
    await display.untilStill();
    await display.focus(page);
  }

  /** The side panel that keys open. */
  async function typePanel(...keys: string[]): Promise<Page> {
    panel = await panelOf(docent, () => { display.type(...keys); });
    return panel;
  }

  /**
   * Chooses Docent's entry in the context menu; it stands above the `own` entries of the browser at the end. With several
   * entries the browser makes a menu of their own of them; the first is chosen, or the `nth`.
   */
  async function chooseInMenu(selector: string, own: number, nth?: number): Promise<Page> {
    await display.openMenu(page, selector);
    const inOwnMenu = nth === undefined ? [] : ['Right', ...Array.from({ length: nth - 1 }, () => 'Down')];
    return typePanel(...Array.from({ length: own + 1 }, () => 'Up'), ...inOwnMenu, 'Return');
  }

  /** Presses the button that asks for a site, and allows it in the browser's own prompt. */
  async function allow(window: Page, host: string): Promise<void> {
    const origins = [`http://${host}/*`];
    const ask = async () => {
      await press(window, 'button', `Allow access to ${host}`);
      // The prompt is drawn inside the browser's window; until it has faded in, keys go to the page.
      await window.waitForFunction(() => !document.hasFocus(), { polling: 50 });
      await display.untilStill();
      display.photograph('headed-permission');
      // The first button denies.
      display.type('Tab');
    };
    await ask();
    display.type('Return');
    while (!(await window.evaluate(waitForGrant, origins))) {
      // For half a second the prompt takes no Return, against accidents. A Tab that came too early has denied.
      if (await window.evaluate(() => document.hasFocus())) await ask();
      display.type('Return');
    }
  }

  test('Alt+Shift+S opens the side panel and summarizes the page there', async () => {
    await show('/story?command');
    const opened = await typePanel('alt+shift+s');
    expect((await waitForEnd(opened)).whole).toContain(QUICK);
    display.photograph('headed-command');
  });

  test('Alt+Shift+O opens the side panel; a site it was not opened on is read after a click on the toolbar button', async () => {
    await show('/story?panel');
    const opened = await typePanel('alt+shift+o');
    // Leaving the site ends the access that the keys have given.
    await page.goto(sites.url('/linked', 'boats.test'));
    await press(opened, 'button', 'Summarize page');
    await waitForText(opened, 'Click the Docent button in the toolbar');
    display.photograph('headed-panel');
    await (await openPopup(docent, page)).close();
    await press(opened, 'button', 'Retry');
    await waitForText(opened, QUICK);
    expect((await waitForEnd(opened)).text).toContain('boats came home');
  });

  test('the context menu of the page summarizes it in the side panel', async () => {
    await show('/story?menu');
    const opened = await chooseInMenu('h1', 2, 1);
    expect((await waitForEnd(opened)).whole).toContain(QUICK);
  });

  test('the context menu of a selection summarizes only that', async () => {
    await show('/story?selection');
    const selected = await page.evaluate(() => {
      const paragraph = document.querySelectorAll('p')[1] as HTMLElement;
      getSelection()?.selectAllChildren(paragraph);
      return paragraph.innerText;
    });
    const opened = await chooseInMenu('p:nth-of-type(2)', 1, 1);
    const answer = await waitForEnd(opened);
    expect(answer.alert).toBe('');
    // The mark behind each leads to it.
    for (const sentence of answer.text.split('\n')) expect(selected).toContain(sentence.replace(/\s*\[\d+\]$/, '').trim());
    display.photograph('headed-selection');
  });

  test('the context menu of a link reads the linked page', async () => {
    await show('/story?near');
    const opened = await chooseInMenu('#near', 1, 1);
    await waitForText(opened, QUICK);
    expect((await waitForEnd(opened)).text).toContain('boats came home');
  });

  test('a link to another site is read after the reader has allowed that site', async () => {
    await show('/story?far');
    const far = sites.url('/linked', 'far.test');
    await page.$eval('#near', (link, href) => link.setAttribute('href', href), far);
    const opened = await chooseInMenu('#near', 1, 1);
    await waitForText(opened, 'may not read this site yet');
    await allow(opened, new URL(far).host);
    await waitForText(opened, QUICK);
    expect((await waitForEnd(opened)).text).toContain('boats came home');
    display.photograph('headed-link');
  });
});
