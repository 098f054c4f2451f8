import { expect, test } from 'vitest';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWord, countedWords } from './support/counted-words.ts';
import { openPanel, openPopup, photograph, press } from './support/docent.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const stage = useStage({ pages: { '/story': composeArticle() } });

/** Text of the user messages of a recorded chat request. */
function sentText(index: number): string {
  const body = stage.api.chats().at(index)?.body as { messages: { role: string; content: string }[] };
  return body.messages.map(({ content }) => content).join('\n');
}

test('nothing is sent before the reader has seen and accepted it', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?first'));
  const question = await waitForQuestion(popup);
  expect(question.whole).toContain(new URL(stage.api.url).host);
  expect(stage.api.chats()).toHaveLength(0);
  await photograph(popup, 'popup-what-is-sent');
  await press(popup, 'button', 'Cancel');
  const ended = await waitForEnd(popup);
  expect(ended.text).toBe('');
  expect(stage.api.chats()).toHaveLength(0);
  await page.close();
});

test('the accepted text is what is sent, and the answer says what was read and what it cost', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?second'));
  await waitForQuestion(popup);
  await press(popup, 'button', 'Send');
  const answer = await waitForEnd(popup);
  expect(stage.api.chats()).toHaveLength(1);
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
  const rest = Promise.withResolvers<void>();
  stage.api.script({ text: countedWords(1, 400), rate: 100, until: rest.promise });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?outlive'));
  await waitForText(popup, countedWord(20));
  await popup.close();
  const again = await openPopup(stage.docent, page);
  const growing = await waitForText(again, countedWord(20));
  expect(growing.busy).toBe(true);
  rest.resolve();
  expect((await waitForEnd(again)).text.trim()).toBe(countedWords(1, 400));
  expect(stage.api.chats()).toHaveLength(2);
  await page.close();
});

test('popup and panel watch one answer, and the panel can stop it; what came is kept', async () => {
  stage.api.script({ text: countedWords(1, 2000), rate: 100, until: new Promise(() => undefined) });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?stop'));
  await waitForText(popup, countedWord(10));
  const panel = await openPanel(stage.docent, popup);
  await waitForText(panel, countedWord(30));
  await photograph(panel, 'panel-streaming');
  await press(panel, 'button', 'Stop');
  const stopped = await waitForEnd(panel);
  expect(stopped.text).toContain(countedWord(30));
  expect(stopped.text).not.toContain(countedWord(2000));
  expect(stopped.whole).toContain('Continue');
  await stage.api.chats().at(-1)?.closed;
  expect(stage.api.chats().at(-1)?.aborted).toBe(true);
  await panel.close();
  await page.close();
});

test('two presses for one page make one answer', async () => {
  const before = stage.api.chats().length;
  const rest = Promise.withResolvers<void>();
  stage.api.script({ text: countedWords(1, 200), rate: 100, until: rest.promise });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?twice'));
  await press(popup, 'button', 'Summarize page');
  const panel = await openPanel(stage.docent, popup);
  await press(panel, 'button', 'Summarize page');
  rest.resolve();
  expect((await waitForEnd(panel)).text.trim()).toBe(countedWords(1, 200));
  expect(await panel.$$eval('article', (articles) => articles.length)).toBe(1);
  expect(stage.api.chats()).toHaveLength(before + 1);
  await panel.close();
  await page.close();
});

test('another style and model can be tried', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?style'));
  await waitForEnd(popup);
  const before = sentText(-1);
  await press(popup, 'button', 'Change style or model');
  await popup.locator('form select').fill('paragraph');
  const asked = stage.api.chats().length;
  await press(popup, 'button', 'Retry with changes');
  await expect.poll(() => stage.api.chats().length).toBe(asked + 1);
  const answer = await waitForEnd(popup);
  expect(answer.alert).toBe('');
  expect(sentText(-1)).not.toBe(before);
  await page.close();
});
