import type { Page } from 'puppeteer';
import { DEFAULT_PLAYER_OPTIONS, type PlayerOptions } from '~/lib/shared/player';
import type { TestServer } from '../../server/server.ts';
import { type Docent, openOwnPage } from './docent.ts';

/** Sets how Docent reads aloud, as the settings page does. */
export async function setPlayer(docent: Docent, options: Partial<PlayerOptions>): Promise<void> {
  await updateSettings(docent, { player: { ...DEFAULT_PLAYER_OPTIONS, ...options } });
}

/** Has pages read by a voice of the server, which the reader has agreed to. */
export async function useServerVoice(docent: Docent, api: TestServer, options: Partial<PlayerOptions> = {}): Promise<void> {
  const voice = { kind: 'api', model: 'openai/gpt-4o-mini-tts', voice: 'alloy' } as const;
  await updateSettings(docent, { player: { ...DEFAULT_PLAYER_OPTIONS, voice, ...options }, sendAcceptedHosts: [new URL(api.baseUrl).host] });
}

async function updateSettings(docent: Docent, patch: object): Promise<void> {
  const own = await openOwnPage(docent, 'options.html');
  const reply = await own.evaluate((input) => chrome.runtime.sendMessage({ name: 'updateSettings', input }) as Promise<{ ok: boolean }>, patch);
  await own.close();
  if (!reply.ok) throw new Error(`Not stored: ${JSON.stringify(reply)}`);
}

/** Texts the server was asked to speak, in that order. */
export function askedTexts(api: TestServer): string[] {
  return api.speeches().map(({ body }) => {
    const { text, input } = body as { text?: string; input?: string };
    return text ?? input ?? '';
  });
}

interface Ear {
  heard: string[];
}

/** Takes down from now on which sentences begin to sound, as the audio host tells it. The window must be one of Docent's own. */
export async function listenFrom(window: Page): Promise<void> {
  await window.evaluate(() => {
    const ear: Ear = { heard: [] };
    Object.assign(globalThis, { ear });
    chrome.runtime.onMessage.addListener(({ audioEvent }: { audioEvent?: { type: string; id: string } }) => {
      if (audioEvent?.type !== 'started') return;
      // What stands before the slash changes whenever the reader goes elsewhere or another voice takes over.
      const id = audioEvent.id.slice(audioEvent.id.indexOf('/') + 1);
      if (id !== ear.heard.at(-1)) ear.heard.push(id);
    });
  });
}

/** What `listenFrom` has taken down: block and offset of each sentence. One that begins anew in the middle counts once. */
export function readHeard(window: Page): Promise<string[]> {
  return window.evaluate(() => (globalThis as unknown as { ear: Ear }).ear.heard);
}

/** Waits until popup or panel says that all was read. */
export async function waitForReadingEnd(window: Page, timeout = 60_000): Promise<void> {
  try {
    await window.waitForFunction(() => document.querySelector('.player-sentence')?.textContent === 'Read to the end', { timeout });
  } catch (error) {
    const text = await window.evaluate(() => document.body.innerText).catch(() => '(closed)');
    throw new Error(`The end was never reached. The window shows:\n${text}`, { cause: error });
  }
}

/** The sentence that popup or panel shows as being read; empty when there is none. */
export function shownSentence(window: Page): Promise<string> {
  return window.evaluate(() => document.querySelector('.player-sentence')?.textContent ?? '');
}

/** Waits until popup or panel shows a sentence as being read that holds these words. */
export async function waitForSentence(window: Page, words: string): Promise<void> {
  await window.waitForFunction((wanted) => document.querySelector('.player-sentence')?.textContent?.includes(wanted), {}, words);
}

/** Waits until popup or panel has no player any more: nothing is read. */
export async function waitForSilence(window: Page): Promise<void> {
  await window.waitForFunction(() => !document.querySelector('.player-sentence'));
}
