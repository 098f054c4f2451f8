import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { findBarriers } from './support/axe.ts';
import { find, openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { inspect } from './support/inspect.ts';
import { speakPictures } from './support/picture-batch.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';

/** Files of each album differ, so that none is known from another test. */
const files: Record<string, Site> = {};
for (const [album, width] of [['one', 640], ['two', 600], ['three', 560]] as const) {
  for (const colour of ['red', 'green', 'blue', 'yellow']) {
    files[`/${album}/${colour}.png`] = { type: 'image/png', body: await makePicture(colour, { width, height: 480 }) };
  }
}
const img = (path: string, more = '') => `<p>Some words.</p><img src="${path}.png" width="320" height="240" ${more}>`;
const page = (body: string) => `<!doctype html><html lang="en"><head><title>Album</title></head><body><h1>Album of the harbour</h1>${body}</body></html>`;
const album = (name: string) =>
  page(`${img(`/${name}/red`, 'alt="The red boat"')}<figure>${img(`/${name}/green`)}<figcaption>The green boat, 1907</figcaption></figure>${img(`/${name}/blue`)}${img(`/${name}/yellow`, 'alt=""')}`);

const stage = useStage({
  pages: {
    ...files,
    '/one': album('one'),
    '/two': album('two'),
    '/three': album('three'),
    '/bare': page('<p>No picture here.</p>'),
    '/flood': page(Array.from({ length: 2_000 }, (_, index) => `<img src="/one/red.png?${index}" width="100" height="80">`).join('')),
  },
});

let opened: Page[] = [];
afterEach(async () => {
  for (const window of opened) if (!window.isClosed()) await window.close();
  opened = [];
});

/** The real popup over a page on a site that Docent has no standing permission for. */
async function popupOn(path: string): Promise<{ tab: Page; popup: Page }> {
  const tab = await openTab(stage.docent, stage.sites.url(path));
  await tab.waitForFunction(() => document.readyState === 'complete');
  const popup = await openPopup(stage.docent, tab);
  opened.push(tab);
  return { tab, popup };
}

const shows = (window: Page, text: string) =>
  window.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);
const focused = (window: Page) =>
  window.evaluate(() => (document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '').trim());
/** Names of the pictures listed, as headings tell them. */
const named = (window: Page) => window.$$eval('.picture h3', (titles) => titles.map(({ textContent }) => textContent));

test('the popup lists the pictures, describes those without description after asking, and puts the words into the page', async () => {
  const { tab, popup } = await popupOn('/one');
  await press(popup, 'button', 'Describe images');
  await shows(popup, '4 pictures, 2 without description');
  await expect.poll(() => focused(popup)).toBe('Pictures');
  expect(await named(popup)).toEqual(['The red boat', 'no description', 'no description', 'decorative']);
  await popup.waitForFunction(() => document.querySelectorAll('.picture img').length === 4);
  expect(await popup.$$eval('.picture img', (images) => images.every((image) => image.src.startsWith('data:image/')))).toBe(true);
  await photograph(popup, 'popup-pictures-list');

  await press(popup, 'button', 'Describe all without description');
  await shows(popup, `The pictures are sent to ${new URL(stage.api.url).host}, to the model gpt-4o-mini`);
  await shows(popup, 'tokens');
  expect(stage.api.chats()).toEqual([]);
  await photograph(popup, 'popup-pictures-question');
  await press(popup, 'button', 'Start');
  await shows(popup, '2 pictures described.');
  expect(stage.api.chats()).toHaveLength(2);
  expect(await popup.$$eval('.picture-text', (texts) => texts.map(({ textContent }) => textContent).join())).toMatch(/green.*blue/);
  await popup.waitForFunction(() => document.querySelector('.picture-batch')?.contains(document.activeElement));

  await press(popup, 'button', 'Add all to page');
  await shows(popup, '2 descriptions are in the page.');
  expect((await speakPictures(tab)).filter((name) => name.includes('AI description'))).toHaveLength(2);
  expect(await named(popup)).toEqual(['The red boat', 'described by Docent', 'described by Docent', 'decorative']);
  expect(await findBarriers(popup)).toEqual([]);
  await press(popup, 'button', 'Remove from page');
  await popup.waitForFunction(() => !document.body.innerText.includes('are in the page'));
  expect((await speakPictures(tab)).join()).not.toContain('AI description');
});

test('the panel is worked by keyboard alone: from the list to an answer and back to where one was', async () => {
  const { popup } = await popupOn('/two');
  const panel = await openPanel(stage.docent, popup);
  opened.push(panel);
  const opener = await find(panel, 'button', 'Describe images');
  await opener.focus();
  await panel.keyboard.press('Enter');
  await shows(panel, '4 pictures');
  await expect.poll(() => focused(panel)).toBe('Pictures');
  // What is known of the pictures comes behind their list.
  await find(panel, 'button', 'Describe all without description');

  const stops: string[] = [];
  while (stops.at(-1) !== 'Describe') {
    await panel.keyboard.press('Tab');
    stops.push(await focused(panel));
    expect(stops.length).toBeLessThan(12);
  }
  expect(stops).toEqual(['List again', 'Describe what I see', 'Choose a region', 'Describe all without description', 'Choose picture 1', 'Describe']);
  await panel.keyboard.press('ArrowRight');
  expect(await focused(panel)).toBe('Describe in detail');
  await panel.keyboard.press('End');
  expect(await focused(panel)).toBe('Explain chart');
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('Enter');

  const answer = await waitForText(panel, 'Described by AI; may be wrong');
  expect(answer.whole).toContain('red');
  await panel.waitForFunction(() => document.activeElement?.role === 'log');
  expect(await panel.$eval('.bubble', (bubble) => (bubble as HTMLElement).innerText)).toContain('Describe image');
  expect(await panel.$$eval('.bubble img', (images) => images.map(({ src }) => src.slice(0, 10)))).toEqual(['data:image']);
  expect(await panel.$eval('textarea', (box) => (box as HTMLTextAreaElement).placeholder)).toBe('Ask about this picture or the page');
  await inspect(panel, 'panel-picture-answer');

  await press(panel, 'button', 'What is sent');
  await panel.waitForSelector('dialog .sent-image img[src^="data:image/"]');
  await shows(panel, '600 × 480 pixels');
  await inspect(panel, 'panel-picture-sent');
  await press(panel, 'button', 'Close');

  await opener.focus();
  await panel.keyboard.press('Enter');
  await (await find(panel, 'button', 'Back')).press('Enter');
  await expect.poll(() => focused(panel)).toBe('Describe images');
});

test('two pictures are compared, what is seen is described; every state is without barriers', async () => {
  const { popup } = await popupOn('/three');
  const panel = await openPanel(stage.docent, popup);
  opened.push(panel);
  await press(panel, 'button', 'Describe images');
  await shows(panel, '4 pictures');
  await inspect(panel, 'panel-pictures');
  await press(panel, 'checkbox', 'Choose picture 1');
  await press(panel, 'checkbox', 'Choose picture 3');
  await inspect(panel, 'panel-pictures-compare');
  await (await find(panel, 'textbox', 'Question (optional)')).type('Which is warmer?');
  await press(panel, 'button', 'Compare');
  await waitForText(panel, 'Described by AI');
  expect((await waitForEnd(panel)).text).toMatch(/red[^]*blue/);
  expect(await panel.$$eval('.bubble img', ({ length }) => length)).toBe(2);

  await press(panel, 'button', 'Describe images');
  await press(panel, 'button', 'Describe what I see');
  await panel.waitForFunction(() => document.querySelectorAll('article').length === 2);
  await waitForText(panel, 'Described by AI');

  await press(panel, 'button', 'Describe images');
  await press(panel, 'button', 'Describe all without description');
  await panel.waitForSelector('dialog[open]');
  await inspect(panel, 'panel-pictures-question');
  await press(panel, 'button', 'Cancel');
  await panel.waitForFunction(() => !document.querySelector('dialog'));
  await panel.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'panel-pictures-forced');
});

test('a page without pictures, a page that is closed to Docent, and another page in the tab are said', async () => {
  const { tab, popup } = await popupOn('/bare');
  const panel = await openPanel(stage.docent, popup);
  opened.push(panel);
  await press(panel, 'button', 'Describe images');
  await shows(panel, 'No pictures');
  await inspect(panel, 'panel-pictures-none');
  await tab.goto(stage.sites.url('/one', 'boats.test'));
  await shows(panel, 'The page may have changed');
  await press(panel, 'button', 'List again');
  const alert = await panel.waitForSelector('.pictures [role="alert"]');
  expect(await alert?.evaluate((element) => (element as HTMLElement).innerText)).toContain('may not read');
  await inspect(panel, 'panel-pictures-closed');
});

test('the popup as a page of its own, narrow and wide', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/one', 'localhost'));
  const popup = await openPinned(stage.docent, 'popup.html', await findTabId(stage.docent, tab));
  opened.push(tab, popup);
  await press(popup, 'button', 'Describe images');
  await shows(popup, '4 pictures');
  await inspect(popup, 'popup-pictures');
});

test('two thousand pictures are all there, and thumbnails are made for those in sight only', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/flood', 'localhost'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, tab));
  opened.push(tab, panel);
  await panel.evaluate(() => {
    const { sendMessage } = chrome.runtime;
    const asked: string[] = [];
    Object.assign(window, { asked });
    chrome.runtime.sendMessage = ((message: { name: string; input: { ids: string[] } }) => {
      if (message.name === 'getThumbnails') asked.push(...message.input.ids);
      return (sendMessage as (message: unknown) => unknown)(message);
    }) as typeof sendMessage;
  });
  await press(panel, 'button', 'Describe images');
  await shows(panel, '2,000 pictures');
  await panel.waitForFunction(() => document.querySelectorAll('.picture').length === 2_000);
  await panel.waitForSelector('.picture img');
  const asked = () => panel.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect((await asked()).length).toBeLessThan(60);
  await panel.evaluate(() => document.querySelector('.picture:last-child')?.scrollIntoView());
  await panel.waitForSelector('.picture:last-child img');
  const all = await asked();
  expect(all.length).toBeLessThan(120);
  expect(new Set(all).size).toBe(all.length);
});
