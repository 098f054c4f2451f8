import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { AudioDocument } from './support/audio-document.ts';
import { find, openPopup, openTab, press } from './support/docent.ts';
import { askedTexts, useServerVoice, waitForReadingEnd, waitForSentence, waitForSilence } from './support/listening.ts';
import { readHighlights } from './support/marked-page.ts';
import { useStage } from './support/stage.ts';

const write = (title: string, paragraphs: readonly string[]) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1>${paragraphs.join('\n')}</article></html>`;
const story = (name: string) => Array.from({ length: 30 }, (_, i) => `${name} number ${i + 1} comes home from the sea.`);
const paragraph = (text: string) => `<p>${text}</p>`;
/** 50 words. */
const chapter = (_: unknown, i: number) => `Chapter ${i} ${'tells of the waves and winds of all the seas '.repeat(4)}and of ${i} boats that all came home.`;
/** 50,000 characters in which no sentence ends. */
const WAVES = Array.from({ length: 5_000 }, (_, i) => `wave ${String(i).padStart(4, '0')}`).join(' ');
const MIXED = [
  '<p lang="ar" dir="rtl">قال القبطان Hello old harbour ثم أبحر في المساء. عاد في الصباح.</p>',
  '<p>The word סירה means boat, and בית means house. Both are short.</p>',
  '<p lang="ar" dir="rtl">وصلت السفينة رقم 42 إلى Port Said صباحا.</p>',
];

const stage = useStage({
  pages: {
    '/boats': write('Boats', story('Boat').map(paragraph)),
    '/ships': write('Ships', story('Ship').map(paragraph)),
    '/million': write('Waves', Array.from({ length: 20_000 }, chapter).map(paragraph)),
    '/endless': write('Endless', [paragraph(WAVES)]),
    '/mixed': write('Mixed', [...MIXED, ...story('Boat').map(paragraph)]),
  },
});
// Nobody is asked before a long text.
beforeAll(() => useServerVoice(stage.docent, stage.api, { limit: 10_000_000 }));

async function open(path: string): Promise<{ page: Page; popup: Page; asked: () => string[] }> {
  const page = await openTab(stage.docent, stage.sites.url(path));
  const popup = await openPopup(stage.docent, page);
  const before = stage.api.speeches().length;
  return { page, popup, asked: () => askedTexts(stage.api).slice(before) };
}

async function stop(popup: Page, page: Page): Promise<void> {
  await press(popup, 'button', 'Stop reading');
  await waitForSilence(popup);
  await popup.close();
  await page.close();
}

test('a text of 1,000,000 words begins with its first sentences, and no more of it is made than will be heard next', async () => {
  const { page, popup, asked } = await open('/million');
  await press(popup, 'button', 'Read aloud');
  await popup.waitForFunction(() => document.querySelector('.player-sentence')?.textContent?.startsWith('Chapter'));
  await press(popup, 'button', 'Pause');
  await find(popup, 'button', 'Play');
  expect(asked()[0]).toBe('Waves');
  expect(asked().length).toBeLessThan(30);
  await stop(popup, page);
});

test('a text in which no sentence ends for 50,000 characters is read in pieces, none of which cuts a word', async () => {
  const { page, popup, asked } = await open('/endless');
  await press(popup, 'button', 'Read aloud');
  await waitForSentence(popup, 'wave');
  await expect.poll(() => asked().length).toBeGreaterThanOrEqual(3);
  const pieces = asked().filter((text) => text.startsWith('wave'));
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(600);
  expect(WAVES.startsWith(pieces.join(' '))).toBe(true);
  expect(pieces.join(' ')).toMatch(/\d{4}$/);
  await stop(popup, page);
});

test('writing in both directions is read whole, each sentence marked as it is spoken', async () => {
  const { page, popup, asked } = await open('/mixed');
  await press(popup, 'button', 'Read aloud');
  await find(popup, 'button', 'Pause');
  await press(popup, 'button', 'Pause');
  await find(popup, 'button', 'Play');
  const texts = ['قال القبطان Hello old harbour ثم أبحر في المساء.', 'عاد في الصباح.', 'The word סירה means boat, and בית means house.', 'Both are short.', 'وصلت السفينة رقم 42 إلى Port Said صباحا.'];
  await press(popup, 'button', 'More controls');
  const position = await find(popup, 'slider', 'Position');
  // To the heading, wherever it was held.
  await position.press('Home');
  await waitForSentence(popup, 'Mixed');
  for (const text of texts) {
    await press(popup, 'button', 'Next sentence');
    await waitForSentence(popup, text);
    await expect.poll(async () => (await readHighlights(page))['docent-sentence']).toBe(text);
  }
  await expect.poll(asked).toEqual(expect.arrayContaining(texts));
  await stop(popup, page);
});

test('a selection of one letter is read, and nothing else', async () => {
  const { page, popup, asked } = await open('/boats?letter');
  await page.evaluate(() => {
    const text = document.querySelector('p')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 0, text, 1);
  });
  await press(popup, 'button', 'More ways to read aloud');
  await press(popup, 'button', 'Only the selection');
  await waitForReadingEnd(popup);
  expect(asked()).toEqual(['B']);
  await stop(popup, page);
});

test('of two tabs only the newer speaks; one that goes to another page falls silent', async () => {
  const first = await open('/boats');
  await press(first.popup, 'button', 'Read aloud');
  await waitForSentence(first.popup, 'Boat');
  await first.popup.close();
  const audio = await AudioDocument.open(stage.docent);
  const second = await open('/ships');
  await press(second.popup, 'button', 'Read aloud');
  await waitForSentence(second.popup, 'Ship');
  await expect.poll(() => audio.countSounding()).toBe(1);
  await expect.poll(() => readHighlights(first.page)).toEqual({});
  await expect.poll(() => readHighlights(second.page)).toMatchObject({ 'docent-sentence': expect.stringContaining('Ship') as string });
  await second.page.goto(stage.sites.url('/boats?next'));
  await waitForSilence(second.popup.isClosed() ? await openPopup(stage.docent, second.page) : second.popup);
  await expect.poll(() => audio.countSounding()).toBe(0);
  await first.page.close();
  await second.page.close();
});
