import type { Page, Target } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForAlert, waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import type { Display } from './support/display.ts';
import { canShow, openDisplay } from './support/display.ts';
import type { Docent } from './support/docent.ts';
import { launchDocent, openTab, press } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const QUICK = 'Quick summary, made on this device without AI';

/** What headless Chromium has not: the native context menu, the browser's own keys, the permission prompt. */
describe.skipIf(!canShow)('with a screen', () => {
  let display: Display;
  let docent: Docent;
  let sites: Sites;

  beforeAll(async () => {
    sites = await serveSites({
      '/story': composeArticle({ extra: '<p id="link"><a href="http://other.test:PORT/linked">The other story</a></p>' }),
      '/linked': composeArticle({ title: 'How the bridge was built' }),
      '/plain': composeArticle(),
    });
    display = await openDisplay();
    docent = await launchDocent({ headless: false, env: display.env, args: ['--window-size=1200,880', '--window-position=0,0'] });
  });

  afterAll(async () => {
    await docent.browser.close();
    await display[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  /** The side panel that something opens. */
  async function panelOf(open: () => void | Promise<void>): Promise<Page> {
    const known = new Set<Target>(docent.browser.targets());
    const isNewPanel = (target: Target) => !known.has(target) && target.url().startsWith(docent.pageUrl('sidepanel.html'));
    const [target] = await Promise.all([docent.browser.waitForTarget(isNewPanel), open()]);
    return target.asPage();
  }

  test('Alt+Shift+S opens the side panel and summarizes the page there', async () => {
    const page = await openTab(docent, sites.url('/plain'));
    await page.bringToFront();
    const panel = await panelOf(() => { display.type('alt+shift+s'); });
    const answer = await waitForEnd(panel);
    expect(answer.whole).toContain(QUICK);
    display.photograph('headed-command');
    await panel.close();
    await page.close();
  });

  test('Alt+Shift+P opens the side panel, which asks for access to the site before it reads it', async () => {
    const page = await openTab(docent, sites.url('/plain?panel'));
    await page.bringToFront();
    const panel = await panelOf(() => { display.type('alt+shift+p'); });
    await press(panel, 'button', 'Summarize page');
    const end = await Promise.race([waitForAlert(panel), waitForEnd(panel).then(({ whole }) => whole)]);
    expect(end).not.toBe('');
    display.photograph('headed-panel');
    await panel.close();
    await page.close();
  });
});
