import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { findBarriers } from './support/axe.ts';
import { find, openOwnPage, openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { useStage } from './support/stage.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** Of a hundred paragraphs nobody hears the end, however long a test takes. */
const story = (title: string, length = NUMBERS.length) => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${
  Array.from({ length }, (_, index) => NUMBERS[index] ?? index + 1).map((number) => `<p>Paragraph ${number} of ${title.toLowerCase()} tells of the harbour and of its boats. It ends with the word ${number}.</p>`).join('')
}</article></body></html>`;

const stage = useStage({ pages: { '/story': story('A long story', 100), '/other': story('Another story') } });

const sentence = (window: Page) => window.$eval('.player-sentence', ({ textContent }) => textContent);
const waitForSentence = (window: Page, part: string) =>
  window.waitForFunction((wanted) => document.querySelector('.player-sentence')?.textContent?.includes(wanted), {}, part);
const waitForChange = (window: Page, old: string | null) =>
  window.waitForFunction((before) => document.querySelector('.player-sentence')?.textContent !== before, {}, old);

test('a page is read with a voice of the server: chosen, agreed to, paused, moved through, with the popup closed in the middle', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  const voice = await find(options, 'combobox', 'Voice');
  await voice.click();
  await voice.type('aura');
  await options.waitForFunction(() => /aura/i.test(document.querySelector('[role="option"]')?.textContent ?? ''));
  await photograph(options, 'options-voices-found');
  await voice.press('ArrowDown');
  await voice.press('Enter');
  await find(options, 'status', 'Saved');
  await options.close();

  const tab = await openTab(stage.docent, stage.sites.url('/story'));
  const popup = await openPopup(stage.docent, tab);
  await press(popup, 'button', 'Read aloud');
  await find(popup, 'button', 'Read');
  expect(await popup.$eval('[role="alertdialog"]', ({ textContent }) => textContent)).toContain(new URL(stage.api.url).hostname);
  expect(stage.api.speeches()).toEqual([]);
  await press(popup, 'button', 'Read');
  await find(popup, 'button', 'Pause');
  await waitForSentence(popup, 'story');
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'popup-reading');

  await press(popup, 'button', 'Pause');
  await find(popup, 'button', 'Play');
  const begun = (await sentence(popup)) ?? '';
  await press(popup, 'button', 'Next sentence');
  await waitForChange(popup, begun);
  await press(popup, 'button', 'Previous sentence');
  await waitForSentence(popup, begun);
  await press(popup, 'button', 'More controls');
  for (const way of ['Next paragraph', 'Previous paragraph']) {
    const before = await sentence(popup);
    await press(popup, 'button', way);
    await waitForChange(popup, before);
  }

  const speed = await find(popup, 'slider', 'Speed');
  await speed.press('End');
  await popup.waitForFunction(() => document.querySelector('[aria-label="Speed"]')?.getAttribute('aria-valuetext') === '4 times');
  await press(popup, 'button', 'Play');
  await find(popup, 'button', 'Pause');
  await popup.close();

  // It goes on by itself: some sentences later it is shown where it has come to.
  await expect.poll(() => stage.api.speeches().length).toBeGreaterThan(8);
  const again = await openPopup(stage.docent, tab);
  await find(again, 'button', 'Pause');
  await waitForSentence(again, 'Paragraph');
  expect(await sentence(again)).not.toContain('Paragraph one');

  const panel = await openPanel(stage.docent, again);
  await find(panel, 'button', 'Pause');
  await press(panel, 'button', 'Stop reading');
  await panel.waitForFunction(() => !document.querySelector('[role="group"][aria-label="Player"]'));
  await panel.close();
  await tab.close();
});

test('pages wait in the queue; another tab says what is read and leads there', async () => {
  const first = await openTab(stage.docent, stage.sites.url('/story'));
  const popup = await openPopup(stage.docent, first);
  await press(popup, 'button', 'More ways to read aloud');
  await press(popup, 'button', 'From the start');
  await find(popup, 'button', 'Pause');
  await press(popup, 'button', 'Pause');
  await popup.close();

  const second = await openTab(stage.docent, stage.sites.url('/other'));
  await second.bringToFront();
  const other = await openPopup(stage.docent, second);
  await find(other, 'button', 'Go to that page');
  await press(other, 'button', 'More controls');
  await press(other, 'button', 'Read next: this page');
  await find(other, 'button', 'Remove: Another story');
  expect(await findBarriers(other)).toEqual([]);
  await photograph(other, 'popup-queue');
  // The popup closes with the press.
  await (await find(other, 'button', 'Go to that page')).press('Enter').catch(() => undefined);
  await expect.poll(() => first.evaluate(() => document.visibilityState)).toBe('visible');
  if (!other.isClosed()) await other.close();

  const back = await openPopup(stage.docent, first);
  await press(back, 'button', 'More controls');
  await press(back, 'button', 'Remove: Another story');
  await back.waitForFunction(() => document.body.innerText.includes('Nothing yet.'));
  await press(back, 'button', 'Stop reading');
  await back.waitForFunction(() => !document.querySelector('[role="group"][aria-label="Player"]'));
  await back.close();
  await first.close();
  await second.close();
});

// From here on the server has been agreed to.
test('an answer is read aloud', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/other'));
  const popup = await openPopup(stage.docent, tab);
  stage.api.script({ text: Array.from({ length: 60 }, (_, index) => `Boat ${index + 1} of the harbour has a name and a story of its own.`).join(' ') });
  await press(popup, 'button', 'Summarize page');
  await waitForEnd(popup);
  await press(popup, 'button', 'Read answer aloud');
  await find(popup, 'button', 'Pause');
  await popup.waitForFunction(() => (document.querySelector('.player-sentence')?.textContent ?? '').length > 0);
  const said = await sentence(popup);
  expect((await popup.$eval('.answer-text', ({ textContent }) => textContent))?.replace(/\s+/g, ' ')).toContain(said?.replace(/\s+/g, ' ').slice(0, 20));
  await press(popup, 'button', 'Stop reading');
  await popup.close();
  await tab.close();
});

test('the narration is saved from the menu, as text and as sound', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/other'));
  const popup = await openPopup(stage.docent, tab);
  await press(popup, 'button', 'More ways to read aloud');
  await press(popup, 'button', 'Save as text');
  await popup.waitForFunction(() => /Saved as .*Another story.*\.txt/.test(document.body.innerText));
  await press(popup, 'button', 'Save as audio');
  const question = await find(popup, 'alertdialog', `Save with a voice of ${new URL(stage.api.url).host}?`);
  expect(await question.evaluate((dialog) => dialog.textContent)).toMatch(/\d characters are sent there/);
  expect(await question.evaluate((dialog) => dialog === document.activeElement)).toBe(true);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'popup-save-question');
  await press(popup, 'button', 'Send and save');
  await popup.waitForFunction(() => /Saved as .*Another story.*\.(wav|mp3)/.test(document.body.innerText));
  await popup.close();
  await tab.close();
});
