import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { composeArticle } from './support/article.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { composeLongPage, factOf } from './support/long-pages.ts';
import { callFromSidebar, inSidebar, inSidebarApi, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const SECTIONS = 5;

describe.skipIf(!firefoxPath)('in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites({ '/story': composeArticle(), '/long': composeLongPage(SECTIONS) });
    api = await createServer();
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await openSidebar(firefox);
    await callFromSidebar(firefox, 'updateSettings', { preset: 'other', baseUrl: api.baseUrl, chatModel: 'gpt-4o-mini', engine: 'server' });
    await callFromSidebar(firefox, 'setKey', { key: 'test-key' });
    await callFromSidebar(firefox, 'updateSettings', { sendAcceptedHosts: [new URL(api.baseUrl).host], masking: { on: true } });
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  async function ask(question: string): Promise<void> {
    const [tab] = await inSidebarApi<{ id: number }[]>(firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    await callFromSidebar(firefox, 'startRun', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question } });
    await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false' && document.querySelector('.turns').textContent.includes(${JSON.stringify(question)})`);
  }

  test('conversations are listed, found by their words, and opened; what is personal leaves masked and comes back', async () => {
    api.script({ text: 'The unmistakable zebra is at [e-mail 1].' });
    await ask('Where is the zebra, says anna@example.org?');
    expect(await inSidebar<string>(firefox, `${LAST}.innerText`)).toContain('The unmistakable zebra is at anna@example.org.');
    expect(JSON.stringify(api.tasks().map(({ body }) => body))).not.toContain('anna@example.org');
    await waitInSidebar(firefox, `document.querySelector('.masked-note')`);
    await photographFirefox(firefox, 'firefox-masked');
    await pressInSidebar(firefox, 'New chat');
    await waitInSidebar(firefox, `!document.querySelector('article')`);
    await ask('When was it built?');
    await pressInSidebar(firefox, 'History');
    await waitInSidebar(firefox, `document.querySelectorAll('.conversation-title').length === 2`);
    await photographFirefox(firefox, 'firefox-history');
    await inSidebar(firefox, `(() => { const field = document.querySelector('input[type="search"]'); field.focus(); field.value = 'unmist zeb'; field.dispatchEvent(new content.Event('input', { bubbles: true })); })()`);
    await waitInSidebar(firefox, `document.querySelectorAll('.conversation-title').length === 1 && document.querySelector('.conversation mark')`);
    await inSidebar(firefox, `document.querySelector('.conversation-open').click()`);
    await waitInSidebar(firefox, `document.querySelector('.bubble')?.textContent.includes('zebra')`);
  });

  test('a text larger than the model is read whole, from a page and from a link', async () => {
    await callFromSidebar(firefox, 'updateSettings', { chatModel: 'test/small', documents: { parallel: 2, embeddingModel: '' } });
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/long', '127.0.0.1') });
    const readAll = async (before: number) => {
      await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false' && ${LAST}.innerText.includes('Read 100%')`);
      const sent = api.tasks().slice(before).map(({ body }) => JSON.stringify(body));
      for (let section = 1; section <= SECTIONS; section++) expect(sent.some((body) => body.includes(factOf(section))), factOf(section)).toBe(true);
    };
    let before = api.tasks().length;
    await waitInSidebar(firefox, `document.querySelector('h1')?.textContent.includes('long history')`);
    await pressInSidebar(firefox, 'Summarize page');
    await readAll(before);
    await photographFirefox(firefox, 'firefox-long');

    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await waitInSidebar(firefox, `document.querySelector('h1')?.textContent.includes('harbour')`);
    await pressInSidebar(firefox, 'New chat');
    await waitInSidebar(firefox, `!document.querySelector('article')`);
    before = api.tasks().length;
    const [tab] = await inSidebarApi<{ id: number }[]>(firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    const options = { style: 'key-points', length: 'medium', language: 'page', instruction: '' };
    await callFromSidebar(firefox, 'startRun', { tabId: tab?.id, request: { task: 'summarize', source: { kind: 'link', url: sites.url('/long', '127.0.0.1') }, options } });
    await readAll(before);
  });
});
