import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import type { PlayerItem, PlayerState } from '~/lib/shared/player.ts';
import { find, openOwnPage, openTab, photograph, press } from './support/docent.ts';
import { composeArticle } from './support/article.ts';
import { inspect } from './support/inspect.ts';
import { useStage } from './support/stage.ts';
import { openWithPlayer, tellPlayer } from './support/staged-player.ts';
import { findTabId } from './support/tabs.ts';

const stage = useStage({ pages: { '/story': composeArticle() } });

const item = (id: string, title: string, tabId: number): PlayerItem => ({
  id, title, tabId, kind: 'page', url: `https://harbour.example/${id}`, pictures: false,
});
const SENTENCE = 'The harbour master, who had seen three such winters, ordered every boat on the north side to be moved before the ice came.';
const playing = (tabId: number): PlayerState => ({
  status: 'playing',
  queue: [item('a', 'The harbour in winter', tabId)],
  sentence: { id: 'b1:0', text: SENTENCE, lang: 'en' },
  share: 0.4,
  secondsLeft: 275,
  voice: { ref: { kind: 'api', model: 'openai/tts-1', voice: 'nova' }, name: 'Nova', lang: '', offline: false },
  spent: { characters: 12_400, usd: 0.19 },
});

/** Name of what has the focus, as a screen reader would say it. */
const focused = (window: Page) =>
  window.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.ariaLabel ?? (activeElement as HTMLInputElement).labels?.[0]?.textContent ?? activeElement?.textContent ?? '').trim();
  });

test.for(['popup', 'sidepanel'])('%s: every state of the player is without barriers, in light and dark, narrow, right to left', async (name) => {
  const tab = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const tabId = await findTabId(stage.docent, tab);
  const state = playing(tabId);
  const window = await openWithPlayer(stage.docent, `${name}.html`, tabId, state);
  await find(window, 'button', 'Pause');
  await inspect(window, `${name}-player`);

  await press(window, 'button', 'More controls');
  const queue = [...state.queue, item('b', 'Tides and how to read a very long table of them', 90), item('c', 'Ice', 91)];
  await tellPlayer(window, { ...state, queue });
  await find(window, 'button', 'Move up: Ice');
  await inspect(window, `${name}-player-open`);
  await window.emulateMediaFeatures([{ name: 'forced-colors' as 'color-gamut', value: 'active' }]);
  await photograph(window, `${name}-player-forced`);
  await press(window, 'button', 'More controls');

  await tellPlayer(window, { ...state, status: 'paused', queue: [item('d', 'Another page altogether', 90)] });
  await find(window, 'button', 'Go to that page');
  await inspect(window, `${name}-player-elsewhere`);

  await tellPlayer(window, { ...state, status: 'paused', ask: { characters: 48_000, usd: 0.72, host: 'api.aimlapi.com' } });
  await find(window, 'button', 'Read');
  await inspect(window, `${name}-player-question`);

  await tellPlayer(window, { ...state, status: 'failed', error: { code: 'server-error', status: 502, host: 'api.aimlapi.com' } });
  await find(window, 'button', "Use the system's voice");
  await inspect(window, `${name}-player-error`);

  await tellPlayer(window, { ...state, saving: { done: 12, of: 80 } });
  await find(window, 'button', 'Stop saving');
  await inspect(window, `${name}-player-saving`);

  await tellPlayer(window, { status: 'idle', queue: [] });
  await press(window, 'button', 'More ways to read aloud');
  await find(window, 'button', 'From the start');
  await inspect(window, `${name}-read-ways`);
  await window.close();
  await tab.close();
});

test('every control of the player is reached by Tab, in the order it is seen', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const tabId = await findTabId(stage.docent, tab);
  const state = playing(tabId);
  const panel = await openWithPlayer(stage.docent, 'sidepanel.html', tabId, { ...state, queue: [...state.queue, item('b', 'Ice', 90)] });
  await press(panel, 'button', 'More controls');
  await (await find(panel, 'button', 'Previous paragraph')).focus();
  const stops = [await focused(panel)];
  while (stops.at(-1) !== 'More controls') {
    await panel.keyboard.press('Tab');
    stops.push(await focused(panel));
    expect(stops.length, stops.join()).toBeLessThan(20);
  }
  expect(stops).toEqual([
    'Previous paragraph', 'Next paragraph', 'Position', 'Volume', 'Voice', "Preview: Your system's own voice", 'Remove: Ice',
    'Previous sentence', 'Pause', 'Next sentence', 'Stop reading', 'Speed', 'More controls',
  ]);
  await panel.keyboard.down('Shift');
  await panel.keyboard.press('Tab');
  await panel.keyboard.up('Shift');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight'] as const) await panel.keyboard.press(key);
  await panel.waitForFunction(() => document.querySelector('[aria-label="Speed"]')?.getAttribute('aria-valuetext') === '1.3 times');
  // Kept for the next window, and shown in the settings.
  const options = await openOwnPage(stage.docent, 'options.html');
  const kept = await find(options, 'slider', 'Speed');
  await expect.poll(() => kept.evaluate((slider) => slider.ariaValueText)).toBe('1.3 times');
  await options.close();
  await panel.close();
  await tab.close();
});

test('the settings of reading aloud are without barriers', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  const voice = await find(options, 'combobox', 'Voice');
  await voice.evaluate((field) => field.scrollIntoView());
  await voice.click();
  await options.waitForSelector('[role="option"]');
  await inspect(options, 'options-voice');
  await options.close();
});
