import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_PLAYER_OPTIONS } from '~/lib/shared/player';
import { DEFAULT_SPEECH_OPTIONS } from '~/lib/shared/speech';
import { makePicture } from '../server/picture-files.ts';
import { findBarriers } from './support/axe.ts';
import { find, openOwnPage, openPopup, openTab, photograph, press } from './support/docent.ts';
import { callDocent } from './support/pictures.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';

/** Long enough that the ear is far from the picture, however slow the machine. */
const BEFORE = Array.from({ length: 40 }, (_, index) => `Sentence number ${index + 1} comes before the picture.`);
const story = (picture: string) =>
  `<!doctype html><html lang="en"><head><title>The harbour</title></head><body><article><h1>The harbour</h1><p>${BEFORE.join(' ')}</p><p><img src="${picture}" width="320" height="240"></p><p>This stands behind the picture, and is the end of it.</p></article></body></html>`;
const pages: Record<string, Site> = { '/red': story('/red.png'), '/blue': story('/blue.png') };
const stage = useStage({ pages });

beforeAll(async () => {
  for (const colour of ['red', 'blue']) pages[`/${colour}.png`] = { type: 'image/png', body: await makePicture(colour, { width: 640, height: 480 }) };
});

/** The text of a request for speech. */
const textOf = ({ body }: { body: unknown }) => (body as { text?: string }).text ?? (body as { input?: string }).input ?? '';
const waitForText = (window: Page, part: string) =>
  window.waitForFunction((wanted) => document.querySelector('.player-text')?.textContent?.includes(wanted), {}, part);
const spoken = () => stage.api.speeches().map(textOf);

test('a picture is described before the ear comes to it, and spoken where it stands; next time it costs nothing', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  const host = new URL(stage.api.baseUrl).host;
  const voice = { kind: 'api', model: 'openai/gpt-4o-mini-tts', voice: 'alloy' } as const;
  await callDocent(own, 'updateSettings', { visionModel: 'gpt-4o-mini', player: { ...DEFAULT_PLAYER_OPTIONS, voice }, speech: { ...DEFAULT_SPEECH_OPTIONS, pictures: true }, sendAcceptedHosts: [host] });
  const tab = await openTab(stage.docent, stage.sites.url('/red', 'localhost'));
  const popup = await openPopup(stage.docent, tab);
  await press(popup, 'button', 'Read aloud');
  await expect.poll(() => stage.api.chats().length).toBe(1);
  expect(await popup.$eval('.player-sentence', ({ textContent }) => textContent)).toMatch(/^(?:The harbour|Sentence number \d+ comes before the picture\.)$/);
  expect(spoken().filter((text) => text.includes('AI'))).toEqual([]);

  // Close to the picture; from there the ear comes to it by itself.
  await callDocent(own, 'seekPlayer', { share: 0.95 });
  await waitForText(popup, 'Read to the end');
  const [words] = spoken().filter((text) => text.includes('AI'));
  expect(words).toMatch(/red/i);
  expect(spoken().indexOf(words ?? '')).toBeGreaterThan(spoken().indexOf(BEFORE[38] ?? ''));
  expect(spoken()).not.toContain('Here is a picture whose description is not ready yet.');

  await press(popup, 'button', 'Play');
  await find(popup, 'button', 'Pause');
  await callDocent(own, 'seekPlayer', { share: 0.95 });
  await waitForText(popup, words ?? '');
  expect(stage.api.chats()).toHaveLength(1);
  await press(popup, 'button', 'Stop reading');
  await popup.close();
  await tab.close();
  await own.close();
});

test('without consent nothing is sent: the player says what is passed over, shows what it comes to, and asks no more once the reader has agreed', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  const { settings } = await callDocent(own, 'getSettings', {});
  await callDocent(own, 'updateSettings', { player: { ...settings.player, limit: 0, voice: { kind: 'system', uri: '' } }, sendAcceptedHosts: [] });
  const before = stage.api.chats().length;
  const tab = await openTab(stage.docent, stage.sites.url('/blue', 'localhost'));
  const popup = await openPopup(stage.docent, tab);
  await press(popup, 'button', 'Read aloud');
  await find(popup, 'button', 'Describe them while reading');
  expect(await popup.$eval('.player', ({ textContent }) => textContent)).toContain('1 picture has no description and is skipped.');
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'popup-pictures-skipped');
  await press(popup, 'button', 'Describe them while reading');
  await find(popup, 'button', 'Start');
  expect(await popup.$eval('.player', ({ textContent }) => textContent)).toContain(new URL(stage.api.baseUrl).host);
  expect(stage.api.chats()).toHaveLength(before);
  await press(popup, 'button', 'Start');
  await popup.waitForFunction(() => !document.querySelector('.player .confirm'));
  expect((await callDocent(own, 'getSettings', {})).settings.sendAcceptedHosts).toContain(new URL(stage.api.baseUrl).host);
});
