import { describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { firefoxPath } from './support/firefox.ts';
import { callFromSidebar, inSidebar, inSidebarApi, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';

const MODELS = ['gpt-4o-mini', 'google/gemini-3-1-flash-lite'];

describe.skipIf(!firefoxPath)('in Firefox', () => {
  const stage = useFirefoxStage({ pages: { '/story': composeArticle() } });

  test('two models answer side by side, and the answer that is kept is what the next question goes on from', async () => {
    const [tab] = await inSidebarApi<{ id: number }[]>(stage.firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
    stage.api.script({ text: 'The alpha answer.' }, { text: 'The beta answer.' });
    await callFromSidebar(stage.firefox, 'compareModels', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question: 'Who paid?' }, models: MODELS });
    await waitInSidebar(stage.firefox, `document.querySelectorAll('.column article[aria-busy="false"] .answer-text p').length === 2`);
    const texts = await inSidebar<string[]>(stage.firefox, `[...document.querySelectorAll('.column')].map((column) => column.querySelector('.answer-text').textContent.trim())`);
    expect([...texts].sort()).toEqual(['The alpha answer.', 'The beta answer.']);
    expect(await inSidebar<string[]>(stage.firefox, `[...document.querySelectorAll('.column')].map((column) => column.getAttribute('aria-label'))`)).toEqual(MODELS);
    await photographFirefox(stage.firefox, 'firefox-compare');
    await pressInSidebar(stage.firefox, `Keep this one (${MODELS[0]})`);
    await waitInSidebar(stage.firefox, `!document.querySelector('.column') && document.querySelectorAll('article').length === 1`);
    const before = stage.api.tasks().length;
    await callFromSidebar(stage.firefox, 'startRun', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question: 'And then?' } });
    await waitInSidebar(stage.firefox, `document.querySelectorAll('article').length === 2 && [...document.querySelectorAll('article')].at(-1).ariaBusy === 'false'`);
    const sent = JSON.stringify(stage.api.tasks()[before]?.body);
    expect(sent).toContain(texts[0]);
    expect(sent).not.toContain(texts[1]);
  });
});
