import { browser } from 'wxt/browser';
import { isOwnPage, type Sender } from './sender';
import type { Wake } from './wake-message';

/** What windows watch: something of one tab, or the player, the history, the trays of all conversations, the day's account or the saved prompts, of which there is one each. */
export type Watched = Wake['wake'];

/** Tells every open page of Docent; it is no error that there may be none. */
export function announceChange(watched: Watched): void {
  browser.runtime.sendMessage({ wake: watched } satisfies Wake).catch(() => undefined);
}

/** Calls `onChange` for every announcement about what is watched, until the signal aborts. */
export function onChangeAnnounced(watched: Watched, onChange: () => void, signal: AbortSignal): void {
  const hear = async (message: unknown) => {
    const { Wake } = await import('./wake-message');
    const wake = Wake.safeParse(message);
    if (wake.success && wake.data.wake === watched && !signal.aborted) onChange();
  };
  const listener = (message: unknown, sender: Sender) => {
    // The background's own messages carry our id; its `url` is the worker's script, or a page of ours in Firefox.
    if (isOwnPage(sender)) void hear(message);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
