import type { Page } from 'puppeteer';
import type { PlayerState } from '~/lib/shared/player.ts';
import { type Docent, openBlank } from './docent.ts';

/** Opens popup or panel about a tab, with a player whose state the test sets: states that last a moment only, or cost money, can be looked at. */
export async function openWithPlayer(docent: Docent, name: string, tabId: number, state: PlayerState): Promise<Page> {
  const page = await openBlank(docent);
  await page.evaluateOnNewDocument((first) => {
    const connect = chrome.runtime.connect.bind(chrome.runtime) as (info: { name: string }) => unknown;
    const listeners = new Set<(message: unknown) => void>();
    let present: unknown = first;
    const tell = () => {
      for (const listener of listeners) listener({ type: 'state', state: present });
    };
    const event = { addListener: () => undefined, removeListener: () => undefined };
    const port = {
      name: 'player',
      onMessage: { ...event, addListener: (listener: (message: unknown) => void) => listeners.add(listener) },
      onDisconnect: event,
      postMessage: tell,
      disconnect: () => listeners.clear(),
    };
    Object.assign(chrome.runtime, { connect: (info: { name: string }) => (info.name === 'player' ? port : connect(info)) });
    addEventListener('docent-player', (told) => {
      present = (told as CustomEvent).detail;
      tell();
    });
  }, state);
  await page.goto(`${docent.pageUrl(name)}?tabId=${tabId}`);
  return page;
}

/** Changes the state of a player that `openWithPlayer` has set. */
export async function tellPlayer(page: Page, state: PlayerState): Promise<void> {
  await page.evaluate((detail) => dispatchEvent(new CustomEvent('docent-player', { detail })), state);
}
