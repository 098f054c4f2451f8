import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';
import { isOwnPage, type Sender } from './sender';

/** What windows watch: something of one tab, or the player or the history, of which there is one each. */
export type Watched = number | 'player' | 'history';

/**
 * "Something changes in what you watch": sent by the background to pages whose Port ended with an idle
 * background. Without it they would have to reconnect at once, and so restart the background every 30 seconds
 * for as long as they are open.
 */
const Wake = z.object({ wake: z.union([z.number(), z.literal('player'), z.literal('history')]) });

/** Tells every open page of Docent; it is no error that there may be none. */
export function announceChange(watched: Watched): void {
  browser.runtime.sendMessage({ wake: watched } satisfies z.infer<typeof Wake>).catch(() => undefined);
}

/** Calls `onChange` for every announcement about what is watched, until the signal aborts. */
export function onChangeAnnounced(watched: Watched, onChange: () => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender) => {
    // The background's own messages carry our id; its `url` is the worker's script, or a page of ours in Firefox.
    const wake = Wake.safeParse(message);
    if (wake.success && wake.data.wake === watched && isOwnPage(sender)) onChange();
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
