import { expect, test } from 'vitest';
import { waitForAlert, waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { openPanel, openTab, openPopup, photograph, press } from './support/docent.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, key: null });

test('a newcomer gets a quick summary at the first click, and a line on how to add a key', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story'));
  const answer = await waitForEnd(popup);
  expect(answer.whole).toContain('Quick summary, made on this device without AI');
  expect(answer.whole).toMatch(/add a key/i);
  expect(answer.whole).toMatch(/Read (\d+) words of \1\b/);
  const story = await page.$eval('article', (element) => element.innerText);
  const sentences = answer.text.split('\n').filter((line) => line.trim().length > 40);
  expect(sentences.length).toBeGreaterThan(1);
  // The mark behind each leads to it.
  for (const sentence of sentences) expect(story).toContain(sentence.replace(/\s*\[\d+\]$/, '').trim());
  await photograph(popup, 'popup-newcomer');
  await page.close();
});

test('the side panel shows the same answer, and keeps it when it is opened again', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?panel'));
  const answer = await waitForEnd(popup);
  const panel = await openPanel(stage.docent, popup);
  const shown = await waitForEnd(panel);
  expect(shown.text).toBe(answer.text);
  await photograph(panel, 'panel-newcomer');
  const again = await openPopup(stage.docent, page);
  expect((await waitForEnd(again)).text).toBe(answer.text);
  await panel.close();
  await page.close();
});

test('a page that the browser forbids is named as such, with what to do', async () => {
  for (const url of ['chrome://version', stage.docent.pageUrl('options.html')]) {
    const page = await openTab(stage.docent, url);
    const popup = await openPopup(stage.docent, page);
    await press(popup, 'button', 'Summarize page');
    expect(await waitForAlert(popup)).toContain('The browser does not let extensions read this page');
    await page.close();
  }
});
