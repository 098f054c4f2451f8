import { describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { firefoxPath } from './support/firefox.ts';
import { composeLongPage, factOf } from './support/long-pages.ts';
import { callFromSidebar, inSidebar, inSidebarApi, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const SECTIONS = 5;

describe.skipIf(!firefoxPath)('in Firefox', () => {
  const stage = useFirefoxStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(SECTIONS) }, settings: { masking: { on: true } } });

  async function ask(question: string): Promise<void> {
    const [tab] = await inSidebarApi<{ id: number }[]>(stage.firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    await callFromSidebar(stage.firefox, 'startRun', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question } });
    await waitInSidebar(stage.firefox, `${LAST}?.ariaBusy === 'false' && document.querySelector('.turns').textContent.includes(${JSON.stringify(question)})`);
  }

  test('conversations are listed, found by their words, and opened; what is personal leaves masked and comes back', async () => {
    stage.api.script({ text: 'The unmistakable zebra is at [e-mail 1].' });
    await ask('Where is the zebra, says anna@example.org?');
    expect(await inSidebar<string>(stage.firefox, `${LAST}.innerText`)).toContain('The unmistakable zebra is at anna@example.org.');
    expect(JSON.stringify(stage.api.tasks().map(({ body }) => body))).not.toContain('anna@example.org');
    await waitInSidebar(stage.firefox, `document.querySelector('.masked-note')`);
    await photographFirefox(stage.firefox, 'firefox-masked');
    await pressInSidebar(stage.firefox, 'New chat');
    await waitInSidebar(stage.firefox, `!document.querySelector('article')`);
    await ask('When was it built?');
    await pressInSidebar(stage.firefox, 'History');
    await waitInSidebar(stage.firefox, `document.querySelectorAll('.conversation-title').length === 2`);
    await photographFirefox(stage.firefox, 'firefox-history');
    await inSidebar(stage.firefox, `(() => { const field = document.querySelector('input[type="search"]'); field.focus(); field.value = 'unmist zeb'; field.dispatchEvent(new content.Event('input', { bubbles: true })); })()`);
    await waitInSidebar(stage.firefox, `document.querySelectorAll('.conversation-title').length === 1 && document.querySelector('.conversation mark')`);
    await inSidebar(stage.firefox, `document.querySelector('.conversation-open').click()`);
    await waitInSidebar(stage.firefox, `document.querySelector('.bubble')?.textContent.includes('zebra')`);
  });

  test('a text larger than the model is read whole, from a page and from a link', async () => {
    await callFromSidebar(stage.firefox, 'updateSettings', { chatModel: 'test/small', documents: { parallel: 2, embeddingModel: '' } });
    await stage.firefox.marionette.send('WebDriver:Navigate', { url: stage.sites.url('/long', '127.0.0.1') });
    const readAll = async (before: number) => {
      await waitInSidebar(stage.firefox, `${LAST}?.ariaBusy === 'false' && ${LAST}.innerText.includes('Read 100%')`);
      const sent = stage.api.tasks().slice(before).map(({ body }) => JSON.stringify(body));
      for (let section = 1; section <= SECTIONS; section++) expect(sent.some((body) => body.includes(factOf(section))), factOf(section)).toBe(true);
    };
    let before = stage.api.tasks().length;
    await waitInSidebar(stage.firefox, `document.querySelector('h1')?.textContent.includes('long history')`);
    await pressInSidebar(stage.firefox, 'Summarize page');
    await readAll(before);
    await photographFirefox(stage.firefox, 'firefox-long');

    await stage.firefox.marionette.send('WebDriver:Navigate', { url: stage.sites.url('/story', '127.0.0.1') });
    await waitInSidebar(stage.firefox, `document.querySelector('h1')?.textContent.includes('harbour')`);
    await pressInSidebar(stage.firefox, 'New chat');
    await waitInSidebar(stage.firefox, `!document.querySelector('article')`);
    before = stage.api.tasks().length;
    const [tab] = await inSidebarApi<{ id: number }[]>(stage.firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    const options = { style: 'key-points', length: 'medium', language: 'page', instruction: '' };
    await callFromSidebar(stage.firefox, 'startRun', { tabId: tab?.id, request: { task: 'summarize', source: { kind: 'link', url: stage.sites.url('/long', '127.0.0.1') }, options } });
    await readAll(before);
  });
});
