import type { Page } from 'puppeteer';
import { launchWithExtension, type Docent } from '../../scripts/driver/launch.ts';
import { openPopup, press } from '../../scripts/driver/windows.ts';
import { serveSites, type Sites } from '../e2e/support/sites.ts';
import { startSystemVoices, type SystemVoices, voicesMissing } from '../e2e/support/system-voices.ts';
import { createServer, type TestServer } from '../server/server.ts';
import { send } from './rig.ts';
import { readClick, watchClick } from './speech-watch.ts';

/** Milliseconds the server takes for a sentence. */
export const SERVER_TIME = 300;

/** A browser that is heard, where there is a sound server, pages to read and a server that speaks. */
export interface SpeechRig extends AsyncDisposable {
  docent: Docent;
  server: TestServer;
  voices: SystemVoices | undefined;
  /** One of Docent's own pages, to command from. */
  own: Page;
  /** Opens a page of so many sentences in front; no two pages have a sentence in common. */
  openText(sentences: number, word?: string): Promise<Page>;
}

export async function openSpeechRig(extensionDir: string, executablePath: string): Promise<SpeechRig> {
  const voices = voicesMissing ? undefined : await startSystemVoices();
  const server = await createServer({ keys: [], behaviour: { first: SERVER_TIME, audio: 'wav' } });
  const pages: Record<string, string> = {};
  const sites: Sites = await serveSites(pages);
  const docent = await launchWithExtension({
    extensionDir, executablePath, headless: true, audible: true, keepsNoLoads: true, ...(voices ? { args: voices.args, env: voices.env } : {}),
  });
  const own = await docent.browser.newPage();
  await own.goto(docent.pageUrl('blank.html'));
  let opened = 0;
  return {
    docent,
    server,
    voices,
    own,
    async openText(sentences, word = 'Sentence') {
      const number = ++opened;
      const text = Array.from({ length: sentences }, (_, index) => `${word} ${number * 10_000 + index}.`).join(' ');
      pages[`/${number}`] = `<!doctype html><html lang="en"><title>Text ${number}</title><article><p>${text}</p></article></html>`;
      const page = await docent.browser.newPage();
      await page.goto(sites.url(`/${number}`, '127.0.0.1'), { waitUntil: 'load' });
      await page.bringToFront();
      return page;
    },
    async [Symbol.asyncDispose]() {
      await docent.browser.close();
      await server.close();
      await sites[Symbol.asyncDispose]();
      await voices?.[Symbol.asyncDispose]();
    },
  };
}

/** Chooses a voice and a speed. A `test/` model says itself how the stand-in answers. */
export async function chooseVoice({ own, server }: SpeechRig, voice: 'system' | string, rate: number): Promise<void> {
  const { host } = new URL(server.url);
  await send(own, 'updateSettings', {
    welcomed: true, engine: 'server', preset: 'other', baseUrl: server.baseUrl, sendAcceptedHosts: [host],
    player: { voice: voice === 'system' ? { kind: 'system', uri: '' } : { kind: 'api', model: voice, voice: 'alloy' }, voices: {}, rate, volume: 1, limit: 1_000_000, words: true, follow: true },
  });
}

/** Presses `Read aloud` in the real popup. @returns when, in milliseconds since 1970 */
export async function pressReadAloud({ docent }: SpeechRig, page: Page): Promise<number> {
  const popup = await openPopup(docent, page);
  await watchClick(popup);
  await press(popup, 'button', 'Read aloud');
  return readClick(popup);
}

export async function stopReading({ own }: SpeechRig): Promise<void> {
  await send(own, 'controlPlayer', { action: 'stop' });
}
