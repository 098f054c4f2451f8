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

describe.skipIf(!firefoxPath)('in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites({ '/story': composeArticle() });
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
});
