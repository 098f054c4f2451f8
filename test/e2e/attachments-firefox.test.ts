import { describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { firefoxPath } from './support/firefox.ts';
import { inSidebar, inSidebarApi, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const CHIPS = `JSON.stringify([...document.querySelectorAll('.tray-chip .clip')].map(({ textContent }) => textContent))`;

describe.skipIf(!firefoxPath)('attachments in Firefox', () => {
  const stage = useFirefoxStage({ pages: {
    '/story': composeArticle({ title: 'The lamps' }),
    '/boats': '<!doctype html><html lang="en"><title>The boats</title><h1>The boats</h1><p>The red boat leaves at noon, and comes back at dusk.</p>',
  } });

  test('a file from the file field and another tab go along with the question', async () => {
    await waitInSidebar(stage.firefox, `document.querySelector('.composer-tools input[type=file]')`);
    // As the browser's own file dialog does.
    await inSidebar(stage.firefox, `(() => {
      const input = document.querySelector('.composer-tools input[type=file]');
      input.mozSetFileArray([new content.File(['The cellar key hangs behind the stove.'], 'cellar.txt', { type: 'text/plain' })]);
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
    })()`);
    await waitInSidebar(stage.firefox, `${CHIPS} === ${JSON.stringify(JSON.stringify(['The lamps', 'cellar.txt']))}`);
    await inSidebarApi(stage.firefox, `browser.tabs.create(clone({ url: ${JSON.stringify(stage.sites.url('/boats', '127.0.0.1'))}, active: false })).then(() => true)`);
    await waitForTab('The boats');
    await pressInSidebar(stage.firefox, 'Attach tabs');
    await waitInSidebar(stage.firefox, `[...document.querySelectorAll('.tab-option')].some((option) => option.querySelector('.clip').textContent === 'The boats')`);
    await photographFirefox(stage.firefox, 'firefox-tabs');
    await inSidebar(stage.firefox, `[...document.querySelectorAll('.tab-option')].find((option) => option.querySelector('.clip').textContent === 'The boats').querySelector('input').click()`);
    await pressInSidebar(stage.firefox, 'Attach 1 tab');
    await waitInSidebar(stage.firefox, `${CHIPS} === ${JSON.stringify(JSON.stringify(['The lamps', 'cellar.txt', 'The boats']))}`);
    await inSidebar(stage.firefox, `(() => { const box = document.querySelector('.message-box textarea'); box.focus(); box.value = 'When?'; box.dispatchEvent(new content.Event('input', { bubbles: true })); })()`);
    await pressInSidebar(stage.firefox, 'Send');
    await waitInSidebar(stage.firefox, `${LAST}?.ariaBusy === 'false'`);
    const sent = JSON.stringify(stage.api.tasks().at(-1)?.body);
    for (const part of ['The cellar key hangs behind the stove.', 'The red boat leaves at noon', 'in the year 1851', 'Document 3 of 3']) expect(sent).toContain(part);
    await photographFirefox(stage.firefox, 'firefox-attachments');
  });

  async function waitForTab(title: string): Promise<void> {
    while (!(await inSidebarApi<{ title: string }[]>(stage.firefox, 'browser.tabs.query(clone({}))')).some((tab) => tab.title === title));
  }
});
