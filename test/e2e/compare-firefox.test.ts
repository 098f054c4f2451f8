import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { composeArticle } from './support/article.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { callFromSidebar, inSidebar, inSidebarApi, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const MODELS = ['gpt-4o-mini', 'google/gemini-3-1-flash-lite'];

describe.skipIf(!firefoxPath)('in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    sites = await serveSites({ '/story': composeArticle() });
    api = await createServer();
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/story', '127.0.0.1') });
    await openSidebar(firefox);
    await callFromSidebar(firefox, 'updateSettings', { preset: 'other', baseUrl: api.baseUrl, chatModel: MODELS[0], engine: 'server' });
    await callFromSidebar(firefox, 'setKey', { key: 'test-key' });
    await callFromSidebar(firefox, 'updateSettings', { sendAcceptedHosts: [new URL(api.baseUrl).host] });
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  test('two models answer side by side, and the answer that is kept is what the next question goes on from', async () => {
    const [tab] = await inSidebarApi<{ id: number }[]>(firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    api.script({ text: 'The alpha answer.' }, { text: 'The beta answer.' });
    await callFromSidebar(firefox, 'compareModels', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question: 'Who paid?' }, models: MODELS });
    await waitInSidebar(firefox, `document.querySelectorAll('.column article[aria-busy="false"] .answer-text p').length === 2`);
    const texts = await inSidebar<string[]>(firefox, `[...document.querySelectorAll('.column')].map((column) => column.querySelector('.answer-text').textContent.trim())`);
    expect([...texts].sort()).toEqual(['The alpha answer.', 'The beta answer.']);
    expect(await inSidebar<string[]>(firefox, `[...document.querySelectorAll('.column')].map((column) => column.getAttribute('aria-label'))`)).toEqual(MODELS);
    await photographFirefox(firefox, 'firefox-compare');
    await pressInSidebar(firefox, `Keep this one (${MODELS[0]})`);
    await waitInSidebar(firefox, `!document.querySelector('.column') && document.querySelectorAll('article').length === 1`);
    const before = api.tasks().length;
    await callFromSidebar(firefox, 'startRun', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question: 'And then?' } });
    await waitInSidebar(firefox, `document.querySelectorAll('article').length === 2 && [...document.querySelectorAll('article')].at(-1).ariaBusy === 'false'`);
    const sent = JSON.stringify(api.tasks()[before]?.body);
    expect(sent).toContain(texts[0]);
    expect(sent).not.toContain(texts[1]);
  });
});
