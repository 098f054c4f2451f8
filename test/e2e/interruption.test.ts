import { expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWord, countedWords, isUnbroken } from './support/counted-words.ts';
import { killWorker, openPopup, photograph, press } from './support/docent.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story?accept' });

/** An answer whose second half never comes, however late the background is ended. */
const HALF = { text: countedWords(1, 400), rate: 100, until: new Promise(() => undefined) };

const TITLE = 'stopped Docent in the middle';

test('a killed background leaves an interrupted answer with its text; Continue goes on where it ended', async () => {
  stage.api.script(HALF);
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?continue'));
  await waitForText(popup, countedWord(200));
  await killWorker(stage.docent);
  const interrupted = await waitForText(popup, TITLE);
  expect(interrupted.busy).toBe(false);
  expect(interrupted.text).toContain(countedWord(30));
  expect(isUnbroken(interrupted.text.trim())).toBe(true);
  await photograph(popup, 'popup-interrupted');

  stage.api.script({ text: ' and this is the rest.' });
  await press(popup, 'button', 'Continue');
  const whole = await waitForText(popup, 'and this is the rest.');
  expect(whole.text).toContain(countedWord(30));
  const body = stage.api.chats().at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(body.messages.some(({ role, content }) => role === 'assistant' && content.includes(countedWord(30)))).toBe(true);
  expect(await popup.$$eval('article', (articles) => articles.length)).toBe(1);
  await page.close();
});

test('Retry begins the interrupted answer anew', async () => {
  stage.api.script(HALF);
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?retry'));
  await waitForText(popup, countedWord(200));
  await killWorker(stage.docent);
  await waitForText(popup, TITLE);
  stage.api.script({ text: 'A whole new answer.' });
  await press(popup, 'button', 'Retry');
  await waitForText(popup, 'A whole new answer.');
  expect((await waitForEnd(popup)).text.trim()).toBe('A whole new answer.');
  await page.close();
});

test('a background killed while no window is open keeps the text for the next one', async () => {
  stage.api.script(HALF);
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?closed'));
  await waitForText(popup, countedWord(200));
  await popup.close();
  await killWorker(stage.docent);
  const again = await openPopup(stage.docent, page);
  await waitForText(again, TITLE);
  // What draws answers is loaded with the first one, so the note may be there before the text.
  const interrupted = await waitForText(again, countedWord(30));
  expect(isUnbroken(interrupted.text.trim())).toBe(true);
  await page.close();
});
