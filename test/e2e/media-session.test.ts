import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import type { Docent } from './support/docent.ts';
import { find, launchDocent, openPopup, openTab, press } from './support/docent.ts';
import { setPlayer, shownSentence, useServerVoice, waitForSentence, waitForSilence } from './support/listening.ts';
import { hasSessionBus, type SessionBus, startSessionBus } from './support/session-bus.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { type SystemVoices, startSystemVoices, voicesMissing } from './support/system-voices.ts';

const SENTENCES = Array.from({ length: 30 }, (_, i) => `Boat number ${i + 1} comes home from the sea.`);
const STORY = `<!doctype html><html lang="en"><title>The boats</title><article><p>${SENTENCES.join(' ')}</p></article></html>`;

describe.skipIf(!hasSessionBus)("the system's media keys and media panel", () => {
  let bus: SessionBus;
  let voices: SystemVoices | undefined;
  let docent: Docent;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    bus = await startSessionBus();
    if (!voicesMissing) voices = await startSystemVoices();
    sites = await serveSites({ '/server': STORY, '/system': STORY });
    api = await createServer();
    docent = await launchDocent({ args: voices?.args ?? [], env: { ...bus.env, ...voices?.env, DBUS_SESSION_BUS_ADDRESS: bus.env.DBUS_SESSION_BUS_ADDRESS } });
    await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
  });
  afterAll(async () => {
    await docent?.browser.close();
    await api?.close();
    await sites?.[Symbol.asyncDispose]();
    await voices?.[Symbol.asyncDispose]();
    await bus?.[Symbol.asyncDispose]();
  });

  /** Holds what is read by a media key; its number. */
  async function hold(window: Page): Promise<number> {
    bus.press('Pause');
    await find(window, 'button', 'Play');
    await expect.poll(() => bus.look()?.status).toBe('Paused');
    // What had begun to sound before the key came has been told by the time the background answers.
    await window.evaluate(() => chrome.runtime.sendMessage({ name: 'getSettings', input: {} }));
    return SENTENCES.indexOf(await shownSentence(window));
  }

  /** Reads a page and steers it by media keys alone. */
  async function steer(path: string): Promise<void> {
    const page = await openTab(docent, sites.url(path));
    const popup = await openPopup(docent, page);
    await press(popup, 'button', 'Read aloud');
    await waitForSentence(popup, 'Boat number');
    await expect.poll(() => bus.look()).toEqual({ status: 'Playing', title: 'The boats' });
    await hold(popup);
    bus.press('Play');
    await find(popup, 'button', 'Pause');
    await expect.poll(() => bus.look()?.status).toBe('Playing');
    const held = await hold(popup);
    for (const [key, number] of [['Next', held + 1], ['Next', held + 2], ['Previous', held + 1]] as const) {
      bus.press(key);
      await waitForSentence(popup, SENTENCES[number] ?? '?');
    }
    bus.press('Stop');
    await waitForSilence(popup);
    await popup.close();
    await page.close();
  }

  test('steer a voice of the server', async () => {
    await useServerVoice(docent, api);
    await steer('/server');
  });

  test.skipIf(voicesMissing)('steer a system voice', async () => {
    await setPlayer(docent, {});
    await steer('/system');
  });
});
