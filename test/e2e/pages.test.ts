import { expect, test } from 'vitest';
import { waitForAlert, waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { openOwnPage, openTab, press } from './support/docent.ts';
import { composeHugePage, PICTURE } from './support/odd-pages.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';
import { findTabId, openPinned } from './support/tabs.ts';

const stage = useStage({ pages: {
    '/story': composeArticle(),
    '/huge': composeHugePage(),
    '/empty': '<!doctype html><title>Nothing</title><body></body>',
    '/picture.png': { type: 'image/png', body: PICTURE },
    '/notes.txt': { type: 'text/plain; charset=utf-8', body: Array.from({ length: 40 }, (_, index) => `Note ${index + 1}: the tide was measured at dawn and written into the book of the harbour.`).join('\n\n') },
    '/other': composeArticle({ title: 'Another story' }),
  }, key: null });

test('an empty page and a picture are named as what they are', async () => {
  for (const [path, words] of [['/empty', 'no readable text on this page'], ['/picture.png', 'picture, a film or another file']] as const) {
    const { page, popup } = await summarize(stage.docent, stage.sites.url(path));
    expect(await waitForAlert(popup)).toContain(words);
    await page.close();
  }
});

test('a plain-text document is read', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/notes.txt'));
  const answer = await waitForEnd(popup);
  expect(answer.alert).toBe('');
  expect(answer.text).toMatch(/Note \d+/);
  await page.close();
});

test('a page of 200,000 elements is read while it stays alive', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/huge'));
  const before = await page.evaluate(() => (window as unknown as { ticks: number }).ticks);
  const answer = await waitForEnd(popup);
  const after = await page.evaluate(() => (window as unknown as { ticks: number }).ticks);
  expect(answer.alert).toBe('');
  expect(answer.text).toContain('register');
  expect(answer.whole).toMatch(/Read [\d,]+ words of [\d,]+/);
  expect(after - before).toBeGreaterThan(5);
  await page.close();
});

test('reading ends when the tab is closed, and says so when it goes elsewhere', async () => {
  for (const leave of ['close', 'go'] as const) {
    const page = await openTab(stage.docent, stage.sites.url('/huge', '127.0.0.1'));
    const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
    await press(panel, 'button', 'Summarize page');
    await waitForText(panel, 'Reading the page');
    if (leave === 'close') await page.close();
    else await page.goto(stage.sites.url('/other', '127.0.0.1'));
    await waitForText(panel, leave === 'close' ? 'Stopped.' : 'The tab went to another page while it was being read');
    await panel.close();
    if (leave === 'go') await page.close();
  }
});

test('a discarded tab is asked to be shown first', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const options = await openOwnPage(stage.docent, 'options.html');
  const tabId = await findTabId(stage.docent, page);
  const discarded = await options.evaluate((id) => chrome.tabs.discard(id).then((tab) => tab?.id ?? -1), tabId);
  const panel = await openPinned(stage.docent, 'sidepanel.html', discarded);
  await press(panel, 'button', 'Summarize page');
  expect(await waitForAlert(panel)).toContain('The browser unloaded this tab to save memory');
  await panel.close();
  await options.close();
});
