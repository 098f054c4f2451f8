import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_PLAYER_OPTIONS } from '../../lib/shared/player.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { askedTexts } from './support/listening.ts';
import { hearTones } from './support/hear-tones.ts';
import { callFromSidebar, inSidebar, openSidebar, photographFirefox, pressInSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { type SystemVoices, startSystemVoices, voicesMissing } from './support/system-voices.ts';

const SENTENCES = Array.from({ length: 8 }, (_, i) => `Boat number ${i + 1} comes home from the sea${i === 5 ? ' and from the ocean'.repeat(23) : ''}.`);
const STORY = `<!doctype html><html lang="en"><title>Boats</title><article><h1>Boats</h1><p>${SENTENCES.join(' ')}</p></article></html>`;
const SHOWN = `document.querySelector('.player-sentence')?.textContent`;
const button = (name: string) => `document.querySelector('button[aria-label="${name}"]')`;

describe.skipIf(!firefoxPath || voicesMissing)('reading aloud in Firefox, whose background page plays the sound', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;
  let sound: SystemVoices;

  beforeAll(async () => {
    sound = await startSystemVoices();
    sites = await serveSites({ '/boats': STORY });
    api = await createServer({ keys: [], behaviour: { audio: 'wav' } });
    firefox = await launchFirefox({ env: sound.env, preferences: { 'extensions.background.idle.timeout': 20_000 } });
  });
  afterAll(async () => {
    await firefox?.[Symbol.asyncDispose]();
    await api?.close();
    await sites?.[Symbol.asyncDispose]();
    await sound?.[Symbol.asyncDispose]();
  });

  test('the sidebar reads a page with a voice of the server, obeys, and may be closed', async () => {
    const { marionette } = firefox;
    await marionette.send('WebDriver:Navigate', { url: sites.url('/boats', '127.0.0.1') });
    await openSidebar(firefox);
    const voice = { kind: 'api', model: 'openai/gpt-4o-mini-tts', voice: 'alloy' };
    await callFromSidebar(firefox, 'updateSettings', { preset: 'other', baseUrl: api.baseUrl, engine: 'server', player: { ...DEFAULT_PLAYER_OPTIONS, voice } });
    const tape = sound.record();
    await pressInSidebar(firefox, 'Read aloud');
    await pressInSidebar(firefox, 'Read');
    await waitInSidebar(firefox, `${SHOWN}?.includes('number')`);
    await pressInSidebar(firefox, 'Pause');
    await waitInSidebar(firefox, button('Play'));
    const held = await inSidebar<string>(firefox, SHOWN);
    await pressInSidebar(firefox, 'Next sentence');
    await waitInSidebar(firefox, `${SHOWN} !== ${JSON.stringify(held)}`);
    await photographFirefox(firefox, 'firefox-reading');
    await pressInSidebar(firefox, 'Play');
    await waitInSidebar(firefox, button('Pause'));
    await marionette.inBrowser('SidebarController.hide();');
    await expect.poll(() => askedTexts(api), { timeout: 60_000 }).toContain(SENTENCES.at(-1));
    await openSidebar(firefox);
    await waitInSidebar(firefox, `${SHOWN} === 'Read to the end'`, 60_000);
    const heard = hearTones((await tape.end()).samples, SENTENCES);
    // In order; only the sentence that was left for the next one may have been too short to be heard.
    expect(heard).toEqual(SENTENCES.filter((sentence) => sentence !== held || heard.includes(held)));
  });
});
