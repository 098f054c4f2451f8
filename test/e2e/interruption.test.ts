import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWord, countedWords, isUnbroken } from './support/counted-words.ts';
import type { Docent } from './support/docent.ts';
import { killWorker, launchDocent, openPopup, photograph, press } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { acceptOnce, summarize } from './support/summary.ts';

let docent: Docent;
let sites: Sites;
let api: TestServer;

beforeAll(async () => {
  sites = await serveSites({ '/story': composeArticle() });
  api = await createServer();
  docent = await launchDocent();
  await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
  await acceptOnce(docent, sites.url('/story?accept'));
});

afterAll(async () => {
  await docent.browser.close();
  await api.close();
  await sites[Symbol.asyncDispose]();
});

const TITLE = 'stopped Docent in the middle';

test('a killed background leaves an interrupted answer with its text; Continue goes on where it ended', async () => {
  api.script({ text: countedWords(1, 3000), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?continue'));
  await waitForText(popup, countedWord(60));
  await killWorker(docent);
  const interrupted = await waitForText(popup, TITLE);
  expect(interrupted.busy).toBe(false);
  expect(interrupted.text).toContain(countedWord(30));
  expect(isUnbroken(interrupted.text.trim())).toBe(true);
  await photograph(popup, 'popup-interrupted');

  api.script({ text: ' and this is the rest.' });
  await press(popup, 'button', 'Continue');
  const whole = await waitForText(popup, 'and this is the rest.');
  expect(whole.text).toContain(countedWord(30));
  const body = api.chats().at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(body.messages.some(({ role, content }) => role === 'assistant' && content.includes(countedWord(30)))).toBe(true);
  expect(await popup.$$eval('article', (articles) => articles.length)).toBe(1);
  await page.close();
});

test('Retry begins the interrupted answer anew', async () => {
  api.script({ text: countedWords(1, 3000), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?retry'));
  await waitForText(popup, countedWord(40));
  await killWorker(docent);
  await waitForText(popup, TITLE);
  api.script({ text: 'A whole new answer.' });
  await press(popup, 'button', 'Retry');
  await waitForText(popup, 'A whole new answer.');
  expect((await waitForEnd(popup)).text.trim()).toBe('A whole new answer.');
  await page.close();
});

test('a background killed while no window is open keeps the text for the next one', async () => {
  api.script({ text: countedWords(1, 3000), rate: 100 });
  const { page, popup } = await summarize(docent, sites.url('/story?closed'));
  await waitForText(popup, countedWord(60));
  await popup.close();
  await killWorker(docent);
  const again = await openPopup(docent, page);
  await waitForText(again, TITLE);
  // What draws answers is loaded with the first one, so the note may be there before the text.
  const interrupted = await waitForText(again, countedWord(30));
  expect(isUnbroken(interrupted.text.trim())).toBe(true);
  await page.close();
});
