import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VoiceList } from '~/lib/messaging/speech-calls';
import { configureServer } from '../../scripts/driver/settings.ts';
import { createServer, type TestServer } from '../server/server.ts';
import { AudioDocument } from './support/audio-document.ts';
import { type Docent, find, killWorker, launchDocent, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { listenFrom, readHeard, setPlayer, useServerVoice, waitForReadingEnd, waitForSentence } from './support/listening.ts';
import { serveSites, type Sites } from './support/sites.ts';
import { type SystemVoices, startSystemVoices, voicesMissing } from './support/system-voices.ts';

const SENTENCES = Array.from({ length: 8 }, (_, i) => `Lighthouse number ${i + 1} was built of white stone.`);
const PARAGRAPHS = ['Lights', SENTENCES.slice(0, 4).join(' '), SENTENCES.slice(4).join(' ')];
const [TITLE, ...TEXT] = PARAGRAPHS;
const STORY = `<!doctype html><html lang="en"><title>Lights</title><article><h1>${TITLE}</h1>${TEXT.map((text) => `<p>${text}</p>`).join('')}</article></html>`;
/** Where the sentences begin in their paragraphs. */
const OFFSETS = PARAGRAPHS.flatMap((text) => [...text.matchAll(/L/g)].map(({ index }) => index));

describe.skipIf(voicesMissing)('a page read by a voice of the system', () => {
  let docent: Docent;
  let voices: SystemVoices | undefined;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    voices = await startSystemVoices();
    sites = await serveSites({ '/lights': STORY, '/ends': STORY, '/voices': STORY, '/fails': STORY });
    // The heading and three sentences are spoken; the server fails from then on.
    const behaviour = {
      get fault() {
        return (api.speeches().length > 4 ? 'server-error' : undefined) as 'server-error';
      },
    };
    api = await createServer({ behaviour });
    docent = await launchDocent({ args: voices.args, env: voices.env });
  });
  afterAll(async () => {
    await docent?.browser.close();
    await api?.close();
    await sites?.[Symbol.asyncDispose]();
    await voices?.[Symbol.asyncDispose]();
  });

  /** Begins to read in the panel, which stays while the test looks after the sound. */
  async function startReading(path: string): Promise<{ page: Page; panel: Page; audio: AudioDocument }> {
    const page = await openTab(docent, sites.url(path));
    const panel = await openPanel(docent, await openPopup(docent, page));
    await listenFrom(panel);
    await press(panel, 'button', 'Read aloud');
    const audio = await AudioDocument.open(docent);
    return { page, panel, audio };
  }

  /** Waits until all is read: every sentence has sounded, once and in order. */
  async function hearAll(window: Page): Promise<void> {
    await waitForReadingEnd(window, 120_000);
    const heard = await readHeard(window);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.map((id) => Number(id.split(':')[1]))).toEqual(OFFSETS);
  }

  test('a newcomer presses one button and hears every sentence, once and in order, across a long pause and at another speed', async () => {
    const page = await openTab(docent, sites.url('/lights'));
    const popup = await openPopup(docent, page);
    await listenFrom(popup);
    await press(popup, 'button', 'Read aloud');
    await waitForSentence(popup, 'number 2 ');
    await press(popup, 'button', 'Pause');
    await find(popup, 'button', 'Play');
    // What half a minute of silence does: the browser ends the background.
    await killWorker(docent);
    await press(popup, 'button', 'Play');
    await waitForSentence(popup, 'number 4 ');
    const speed = await find(popup, 'slider', 'Speed');
    await speed.press('End');
    await hearAll(popup);
    await popup.close();
    await page.close();
  });

  test('the end of a sentence that the system does not tell stops nothing', async () => {
    await setPlayer(docent, { rate: 3 });
    const { page, panel, audio } = await startReading('/ends');
    await audio.change(() => {
      const speak = speechSynthesis.speak.bind(speechSynthesis);
      let count = 0;
      speechSynthesis.speak = (utterance) => {
        if (count++ % 4 === 1) utterance.onend = null;
        speak(utterance);
      };
    });
    await hearAll(panel);
    await panel.close();
    await page.close();
  });

  test("a voice that is removed in the middle leaves the rest to the browser's own", async () => {
    const { page, panel, audio } = await startReading('/voices');
    const { voices: [chosen] } = await audio.call<VoiceList>('findVoices', { query: 'german', limit: 1 });
    if (chosen?.ref.kind !== 'system') throw new Error('There is no German voice.');
    await setPlayer(docent, { rate: 3, voice: chosen.ref });
    await waitForSentence(panel, 'number 3 ');
    await audio.change((uri) => {
      const getVoices = speechSynthesis.getVoices.bind(speechSynthesis);
      speechSynthesis.getVoices = () => getVoices().filter(({ voiceURI }) => voiceURI !== uri);
    }, chosen.ref.uri);
    await hearAll(panel);
    await panel.close();
    await page.close();
  });

  test('where a server fails in the middle a voice of the system goes on, at that very sentence', async () => {
    await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
    await useServerVoice(docent, api, { rate: 3 });
    const { page, panel, audio } = await startReading('/fails');
    await press(panel, 'button', "Use the system's voice");
    await hearAll(panel);
    // Each test that looks after the sound takes it down once more.
    expect([...new Set((await audio.utterances()).map(({ text }) => text))]).toEqual(SENTENCES.slice(3));
    await panel.close();
    await page.close();
  });
});
