import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';
import { isOwnPage, type Sender } from './sender';

/**
 * "Something changes in this tab's thread": sent by the background to pages whose Port ended with an idle
 * background. Without it they would have to reconnect at once, and so restart the background every 30 seconds
 * for as long as they are open.
 */
const Wake = z.object({ wake: z.number() });

/** Tells every open page of Docent; it is no error that there may be none. */
export function announceChange(tabId: number): void {
  browser.runtime.sendMessage({ wake: tabId } satisfies z.infer<typeof Wake>).catch(() => undefined);
}

/** Calls `onChange` for every announcement about the tab, until the signal aborts. */
export function onChangeAnnounced(tabId: number, onChange: () => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender) => {
    // The background's own messages carry our id; its `url` is the worker's script, or a page of ours in Firefox.
    const wake = Wake.safeParse(message);
    if (wake.success && wake.data.wake === tabId && isOwnPage(sender)) onChange();
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
