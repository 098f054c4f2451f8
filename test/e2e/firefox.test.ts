import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { composeArticle } from './support/article.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { inSidebar, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;

/** Counts the keys that a page gets to hear. */
const EAVESDROP = `<script>window.heard = 0; for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, () => window.heard++, true)</script>`;

describe.skipIf(!firefoxPath)('in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites({
      '/story': composeArticle(),
      '/strict': (response) => {
        response.setHeader('content-security-policy', "default-src 'none'; script-src 'unsafe-inline'");
        response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Strict</title><h1>Map</h1>${EAVESDROP}`);
      },
    });
    api = await createServer();
    firefox = await launchFirefox();
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  test('opens no sidebar by itself, and the real one when asked', async () => {
    expect(await firefox.marionette.inBrowser<boolean>('return SidebarController.isOpen;')).toBe(false);
    await openSidebar(firefox);
    expect(await inSidebar<string>(firefox, 'content.location.href')).toBe(firefox.pageUrl('sidepanel.html'));
  });

  test('the sidebar summarizes the page beside it', async () => {
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await openSidebar(firefox);
    await pressInSidebar(firefox, 'Summarize page');
    await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false'`);
    const answer = await inSidebar<string>(firefox, `${LAST}.innerText`);
    expect(answer).toContain('Quick summary, made on this device without AI');
    expect(answer).toMatch(/Read (\d+) words of \1\b/);
    expect(answer).toMatch(/The harbour master|An old fisherman|The ferry company/);
    await photographFirefox(firefox, 'firefox-sidebar');
  });

  test('a file is attached in the sidebar, beside the page', async () => {
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await openSidebar(firefox);
    await waitInSidebar(firefox, `document.querySelector('.composer-tools input[type=file]') && document.querySelectorAll('.tray-chip').length === 1`);
    await inSidebar(firefox, `(() => {
      const input = document.querySelector('.composer-tools input[type=file]');
      const given = new content.DataTransfer();
      given.items.add(new content.File(['The cellar key hangs behind the stove.'], 'cellar.txt'));
      input.files = given.files;
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
      return true;
    })()`);
    await waitInSidebar(firefox, `/^cellar\\.txt\\s*≈ 11 tokens/.test([...document.querySelectorAll('.tray-chip')].at(-1)?.innerText)`);
    await photographFirefox(firefox, 'firefox-tray');
  });

  test('a region is chosen in the page by keys, which the page does not hear, whatever it forbids', async () => {
    const { marionette } = firefox;
    const type = (value: string) =>
      marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }] });
    await marionette.send('WebDriver:Navigate', { url: sites.url('/strict', '127.0.0.1') });
    await openSidebar(firefox);
    await pressInSidebar(firefox, 'Describe images');
    await pressInSidebar(firefox, 'Choose a region');
    await waitInSidebar(firefox, `document.querySelector('.region-status')?.textContent.startsWith('Everything in sight')`);
    await type('9');
    await waitInSidebar(firefox, `document.querySelector('.region-status')?.textContent.startsWith('Bottom right, 33% wide')`);
    await photographFirefox(firefox, 'firefox-region');
    await type('\uE007');
    // Without a key nothing is sent; the run was asked for all the same.
    await waitInSidebar(firefox, `${LAST}?.innerText.includes('needs an API key')`);
    const hear = async () => ((await marionette.send('WebDriver:ExecuteScript', { script: 'return window.heard', args: [] })) as { value: number }).value;
    expect(await hear()).toBe(0);
    await type('a');
    await expect.poll(hear).toBeGreaterThan(0);
  });
});
