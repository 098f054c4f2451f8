import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { composeArticle } from './support/article.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { callFromSidebar, inSidebar, inSidebarApi, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const CHIPS = `JSON.stringify([...document.querySelectorAll('.tray-chip .clip')].map(({ textContent }) => textContent))`;

describe.skipIf(!firefoxPath)('attachments in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites({
      '/story': composeArticle({ title: 'The lamps' }),
      '/boats': '<!doctype html><html lang="en"><title>The boats</title><h1>The boats</h1><p>The red boat leaves at noon, and comes back at dusk.</p>',
    });
    api = await createServer();
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await openSidebar(firefox);
    await callFromSidebar(firefox, 'updateSettings', { preset: 'other', baseUrl: api.baseUrl, chatModel: 'gpt-4o-mini', engine: 'server' });
    await callFromSidebar(firefox, 'setKey', { key: 'test-key' });
    await callFromSidebar(firefox, 'updateSettings', { sendAcceptedHosts: [new URL(api.baseUrl).host] });
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  test('a file from the file field and another tab go along with the question', async () => {
    await waitInSidebar(firefox, `document.querySelector('.composer-tools input[type=file]')`);
    // As the browser's own file dialog does.
    await inSidebar(firefox, `(() => {
      const input = document.querySelector('.composer-tools input[type=file]');
      input.mozSetFileArray([new content.File(['The cellar key hangs behind the stove.'], 'cellar.txt', { type: 'text/plain' })]);
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
    })()`);
    await waitInSidebar(firefox, `${CHIPS} === ${JSON.stringify(JSON.stringify(['The lamps', 'cellar.txt']))}`);
    await inSidebarApi(firefox, `browser.tabs.create(clone({ url: ${JSON.stringify(sites.url('/boats', '127.0.0.1'))}, active: false })).then(() => true)`);
    await waitForTab('The boats');
    await pressInSidebar(firefox, 'Attach tabs');
    await waitInSidebar(firefox, `[...document.querySelectorAll('.tab-option')].some((option) => option.querySelector('.clip').textContent === 'The boats')`);
    await photographFirefox(firefox, 'firefox-tabs');
    await inSidebar(firefox, `[...document.querySelectorAll('.tab-option')].find((option) => option.querySelector('.clip').textContent === 'The boats').querySelector('input').click()`);
    await pressInSidebar(firefox, 'Attach 1 tab');
    await waitInSidebar(firefox, `${CHIPS} === ${JSON.stringify(JSON.stringify(['The lamps', 'cellar.txt', 'The boats']))}`);
    await inSidebar(firefox, `(() => { const box = document.querySelector('.message-box textarea'); box.focus(); box.value = 'When?'; box.dispatchEvent(new content.Event('input', { bubbles: true })); })()`);
    await pressInSidebar(firefox, 'Send');
    await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false'`);
    const sent = JSON.stringify(api.tasks().at(-1)?.body);
    for (const part of ['The cellar key hangs behind the stove.', 'The red boat leaves at noon', 'in the year 1851', 'Document 3 of 3']) expect(sent).toContain(part);
    await photographFirefox(firefox, 'firefox-attachments');
  });

  async function waitForTab(title: string): Promise<void> {
    while (!(await inSidebarApi<{ title: string }[]>(firefox, 'browser.tabs.query(clone({}))')).some((tab) => tab.title === title));
  }
});
