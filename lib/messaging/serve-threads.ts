import { browser } from 'wxt/browser';
import { THREAD_PORT, type ThreadEvent, WatchTab } from './protocol';
import { isOwnPage } from './sender';

/**
 * Sends the snapshot of the tab's thread, then every change until the signal aborts. No change may be sent before
 * the snapshot, none may be lost between the two.
 */
export type Subscribe = (tabId: number, send: (event: ThreadEvent) => void, signal: AbortSignal) => Promise<void>;

/** The background's side of `watchThread`. Must run synchronously when the background starts. */
export function serveThreads(subscribe: Subscribe): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== THREAD_PORT) return;
    if (!isOwnPage(port.sender)) return port.disconnect();
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    const send = (event: ThreadEvent) => {
      if (!gone.signal.aborted) port.postMessage(event);
    };
    port.onMessage.addListener((message: unknown) => {
      const watch = WatchTab.safeParse(message);
      if (!watch.success) return port.disconnect();
      // A failure to load the thread ends the Port; the watcher tries again.
      subscribe(watch.data.tabId, send, gone.signal).catch(() => {
        gone.abort();
        port.disconnect();
      });
    });
  });
}
