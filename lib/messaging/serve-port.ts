import { browser } from 'wxt/browser';
import type { z } from '~/lib/shared/zod';
import { isOwnPage } from './sender';

/**
 * The background's side of `watchPort`: `subscribe` gets the watcher's first message, parsed, and sends a snapshot, then
 * every change until the signal aborts. Must run synchronously when the background starts.
 */
export function servePort<S extends z.ZodMiniType, E>(
  portName: string,
  first: S,
  subscribe: (wanted: z.output<S>, send: (event: E) => void, signal: AbortSignal) => Promise<void>,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== portName) return;
    if (!isOwnPage(port.sender)) return port.disconnect();
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    const send = (event: E) => {
      if (!gone.signal.aborted) port.postMessage(event);
    };
    port.onMessage.addListener((message: unknown) => {
      const watch = first.safeParse(message);
      if (!watch.success) return port.disconnect();
      // A failure to load what is watched ends the Port; the watcher tries again.
      subscribe(watch.data, send, gone.signal).catch(() => {
        gone.abort();
        port.disconnect();
      });
    });
  });
}
