import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { toneSamples, SAMPLE_RATE } from '../server/speak-tone.ts';
import { AudioDocument } from './support/audio-document.ts';
import { find, killWorker, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { canFreeze, freezeBrowser } from './support/freeze.ts';
import { shownSentence, useServerVoice, waitForSentence, waitForSilence } from './support/listening.ts';
import { readHighlights } from './support/marked-page.ts';
import { useStage } from './support/stage.ts';

/** No two are of one length: what sounds is known by how long it is. */
const SENTENCES = Array.from({ length: 24 }, (_, i) => `Boat number ${i + 1}${' o'.repeat(i)} comes home.`);
const markUp = (sentence: string) => sentence.replace('number', '<b>number</b>').replace('home', '<a href="#home">home</a>');
const STORY = `<!doctype html><html lang="en"><title>Boats</title><article><h1>Boats</h1>${Array.from({ length: 8 }, (_, i) => 3 * i)
  .map((at) => `<p>${SENTENCES.slice(at, at + 3).map(markUp).join(' ')}</p>`)
  .join('')}</article></html>`;

const stage = useStage({ pages: { '/boats': STORY, '/ships': STORY, '/sleep': STORY }, server: { behaviour: { audio: 'wav' } } });
beforeAll(() => useServerVoice(stage.docent, stage.api));

/** The sentences that elements have begun to play, in that order, as far as they are still known. */
async function heardSentences(audio: AudioDocument): Promise<(string | undefined)[]> {
  const played = (await audio.elements()).filter(({ name }) => name === 'playing');
  const sentences = played.map(({ duration }) => SENTENCES.find((text) => Math.abs(toneSamples(text) / SAMPLE_RATE - duration) < 0.02));
  // One that is held and goes on plays twice.
  return sentences.filter((sentence, index) => sentence !== sentences[index - 1]);
}

/** Window and page agree with the ear; a sentence that was held as it began has not sounded yet. */
function isAgreed(shown: string, marked: string | undefined, heard: string | undefined): boolean {
  const ahead = SENTENCES.indexOf(shown) - SENTENCES.indexOf(heard ?? '');
  return shown === marked && (ahead === 0 || ahead === 1);
}

async function startReading(path: string): Promise<{ page: Page; popup: Page; audio: AudioDocument }> {
  const page = await openTab(stage.docent, stage.sites.url(path));
  const popup = await openPopup(stage.docent, page);
  await press(popup, 'button', 'Read aloud');
  await waitForSentence(popup, 'Boat number');
  const audio = await AudioDocument.open(stage.docent);
  await page.bringToFront();
  return { page, popup: popup.isClosed() ? await openPopup(stage.docent, page) : popup, audio };
}

test('the sentence that sounds is the one that is shown and marked in the page, wherever the reader goes', async () => {
  const { page, popup, audio } = await startReading('/boats');
  const panel = await openPanel(stage.docent, popup);
  const marked = async () => (await readHighlights(page))['docent-sentence'];
  /** Holds what is read; its number, once window, page and ear agree on it. */
  const hold = async () => {
    await press(panel, 'button', 'Pause');
    await find(panel, 'button', 'Play');
    await expect.poll(async () => isAgreed(await shownSentence(panel), await marked(), (await heardSentences(audio)).at(-1))).toBe(true);
    return SENTENCES.indexOf(await shownSentence(panel));
  };
  /** Hears a sentence, and holds: by then a later one may have begun. */
  const listen = async (wanted: number) => {
    await expect.poll(() => heardSentences(audio)).toContain(SENTENCES[wanted]);
    const at = await hold();
    expect(at).toBeGreaterThanOrEqual(wanted);
    return at;
  };
  /** Steps in silence, then hears it. */
  const step = async (way: string, at: number) => {
    const wanted = SENTENCES[at] ?? '';
    await press(panel, 'button', way);
    await waitForSentence(panel, wanted);
    await expect.poll(marked).toBe(wanted);
    await press(panel, 'button', 'Play');
    return listen(at);
  };

  await expect.poll(async () => (await heardSentences(audio)).length).toBeGreaterThan(0);
  let at = await hold();
  at = await step('Next sentence', at + 1);
  await step('Previous sentence', at - 1);

  // A click on a sentence goes there, and is heard at once.
  const [x, y] = await page.evaluate(() => {
    const words = document.querySelectorAll('p')[6]?.querySelectorAll('b')[1] as HTMLElement;
    words.scrollIntoView({ block: 'center' });
    const { left, top, height } = words.getBoundingClientRect();
    return [left + 5, top + height / 2] as const;
  });
  await page.mouse.click(x, y);
  await find(panel, 'button', 'Pause');
  await listen(19);
  await press(panel, 'button', 'Stop reading');
  await waitForSilence(panel);
  await expect.poll(marked).toBeUndefined();
  await panel.close();
  await page.close();
});

test('popup and panel closed, the tab left, the background ended: it reads on; the panel shows where it is; it ends with the tab', async () => {
  const { page, popup, audio } = await startReading('/ships');
  const heardUpTo = async (number: number) => {
    await expect.poll(() => heardSentences(audio)).toContain(SENTENCES[number - 1]);
  };
  const panel = await openPanel(stage.docent, popup);
  await waitForSentence(panel, 'Boat');
  await panel.close();
  await heardUpTo(3);
  const other = await openTab(stage.docent, stage.sites.url('/boats'));
  await other.bringToFront();
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  await killWorker(stage.docent);
  // Two sentences further than an ended background had seen to.
  await heardUpTo(6);
  await killWorker(stage.docent);
  await page.bringToFront();
  const again = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await press(again, 'button', 'Pause');
  await find(again, 'button', 'Play');
  await expect.poll(async () => isAgreed(await shownSentence(again), (await readHighlights(page))['docent-sentence'], (await heardSentences(audio)).at(-1))).toBe(true);
  const heard = await heardSentences(audio);
  // One after the other, none left out or said twice; the first had begun before anybody listened.
  expect(heard).toEqual(SENTENCES.slice(SENTENCES.indexOf(heard[0] ?? ''), SENTENCES.indexOf(heard.at(-1) ?? '') + 1));
  await press(again, 'button', 'More controls');
  const position = await find(again, 'slider', 'Position');
  expect(Number(await position.evaluate((slider) => (slider as HTMLInputElement).value))).toBeGreaterThan(0.1);
  await press(again, 'button', 'Play');
  await find(again, 'button', 'Pause');

  await page.close();
  await other.bringToFront();
  const last = await openPopup(stage.docent, other);
  await find(last, 'button', 'Read aloud');
  await waitForSilence(last);
  await expect.poll(() => audio.countSounding()).toBe(0);
  await last.close();
  await other.close();
});

test.skipIf(!canFreeze)('a machine that falls asleep in the middle of a sentence goes on there when it wakes', async () => {
  const { page, popup, audio } = await startReading('/sleep');
  await popup.close();
  const count = async () => (await heardSentences(audio)).length;
  for (let nap = 0; nap < 2; nap++) {
    const before = await count();
    await expect.poll(count).toBeGreaterThan(before);
    const wake = freezeBrowser(stage.docent);
    // Longer than a sentence takes.
    await sleep(4_000);
    wake();
  }
  const before = await count();
  await expect.poll(count).toBeGreaterThan(before + 1);
  const heard = await heardSentences(audio);
  expect(heard).toEqual(SENTENCES.slice(SENTENCES.indexOf(heard[0] ?? ''), SENTENCES.indexOf(heard.at(-1) ?? '') + 1));
  await page.close();
});
