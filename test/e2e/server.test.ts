import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWord, countedWords } from './support/counted-words.ts';
import type { Docent } from './support/docent.ts';
import { launchDocent, openPanel, openPopup, photograph, press } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { summarize } from './support/summary.ts';

let docent: Docent;
let sites: Sites;
let api: TestServer;

beforeAll(async () => {
  sites = await serveSites({ '/story': composeArticle() });
  api = await createServer();
  docent = await launchDocent();
  await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
});

afterAll(async () => {
  await docent.browser.close();
  await api.close();
  await sites[Symbol.asyncDispose]();
});

/** Text of the user messages of a recorded chat request. */
function sentText(index: number): string {
  const body = api.chats().at(index)?.body as { messages: { role: string; content: string }[] };
  return body.messages.map(({ content }) => content).join('\n');
}

test('nothing is sent before the reader has seen and accepted it', async () => {
  const { page, popup } = await summarize(docent, sites.url('/story?first'));
  const question = await waitForQuestion(popup);
  expect(question.whole).toContain(new URL(api.url).host);
  expect(api.chats()).toHaveLength(0);
  await photograph(popup, 'popup-what-is-sent');
  await press(popup, 'button', 'Cancel');
  const ended = await waitForEnd(popup);
  expect(ended.text).toBe('');
  expect(api.chats()).toHaveLength(0);
  await page.close();
});

test('the accepted text is what is sent, and the answer says what was read and what it cost', async () => {
  const { page, popup } = await summarize(docent, sites.url('/story?second'));
  await waitForQuestion(popup);
  await press(popup, 'button', 'Send');
  const answer = await waitForEnd(popup);
  expect(api.chats()).toHaveLength(1);
  const story = await page.$$eval('article p', (paragraphs) => paragraphs.map((paragraph) => paragraph.innerText));
  for (const paragraph of story) expect(sentText(0)).toContain(paragraph);
  expect(answer.text).toContain('Key points');
  expect(answer.text).toContain(story[0]?.split('. ')[0] ?? '?');
  expect(answer.whole).toMatch(/Read (\d+) words of \1\b/);
  expect(answer.whole).toMatch(/[\d,]+ tokens in, [\d,]+ out/);
  expect(answer.whole).toMatch(/Cost/);
  expect(answer.whole).toContain('gpt-4o-mini');
  await photograph(popup, 'popup-answer');
  await page.close();
});

test('an answer outlives the popup: opened again it shows the same answer, still growing', async () => {
  api.script({ text: countedWords(1, 400), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?outlive'));
  await waitForText(popup, countedWord(20));
  await popup.close();
  const again = await openPopup(docent, page);
  const growing = await waitForText(again, countedWord(20));
  expect(growing.busy).toBe(true);
  expect((await waitForEnd(again)).text.trim()).toBe(countedWords(1, 400));
  expect(api.chats()).toHaveLength(2);
  await page.close();
});

test('popup and panel watch one answer, and the panel can stop it; what came is kept', async () => {
  api.script({ text: countedWords(1, 2000), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?stop'));
  await waitForText(popup, countedWord(10));
  const panel = await openPanel(docent, popup);
  await waitForText(panel, countedWord(30));
  await photograph(panel, 'panel-streaming');
  await press(panel, 'button', 'Stop');
  const stopped = await waitForEnd(panel);
  expect(stopped.text).toContain(countedWord(30));
  expect(stopped.text).not.toContain(countedWord(2000));
  expect(stopped.whole).toContain('Continue');
  await api.chats().at(-1)?.closed;
  expect(api.chats().at(-1)?.aborted).toBe(true);
  await panel.close();
  await page.close();
});

test('two presses for one page make one answer', async () => {
  const before = api.chats().length;
  api.script({ text: countedWords(1, 200), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?twice'));
  await press(popup, 'button', 'Summarize page');
  const panel = await openPanel(docent, popup);
  await press(panel, 'button', 'Summarize page');
  expect((await waitForEnd(panel)).text.trim()).toBe(countedWords(1, 200));
  expect(await panel.$$eval('article', (articles) => articles.length)).toBe(1);
  expect(api.chats()).toHaveLength(before + 1);
  await panel.close();
  await page.close();
});

test('another style and model can be tried', async () => {
  const { page, popup } = await summarize(docent, sites.url('/story?style'));
  await waitForEnd(popup);
  const before = sentText(-1);
  await press(popup, 'button', 'Change style or model');
  await popup.locator('form select').setTimeout(5_000).fill('paragraph');
  const asked = api.chats().length;
  await press(popup, 'button', 'Retry with changes');
  await expect.poll(() => api.chats().length, { timeout: 20_000 }).toBe(asked + 1);
  const answer = await waitForEnd(popup);
  expect(answer.alert).toBe('');
  expect(sentText(-1)).not.toBe(before);
  await page.close();
});
