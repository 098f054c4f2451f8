import { browser } from 'wxt/browser';
import { WatchTab } from './protocol';
import { isOwnPage } from './sender';

/**
 * Sends a snapshot of what is watched of the tab, then every change until the signal aborts. No change may be sent
 * before the snapshot, none may be lost between the two.
 */
export type Subscribe<E> = (tabId: number, send: (event: E) => void, signal: AbortSignal) => Promise<void>;

/** The background's side of `watchPort`. Must run synchronously when the background starts. */
export function serveTab<E>(portName: string, subscribe: Subscribe<E>): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== portName) return;
    if (!isOwnPage(port.sender)) return port.disconnect();
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    const send = (event: E) => {
      if (!gone.signal.aborted) port.postMessage(event);
    };
    port.onMessage.addListener((message: unknown) => {
      const watch = WatchTab.safeParse(message);
      if (!watch.success) return port.disconnect();
      // A failure to load what is watched ends the Port; the watcher tries again.
      subscribe(watch.data.tabId, send, gone.signal).catch(() => {
        gone.abort();
        port.disconnect();
      });
    });
  });
}
