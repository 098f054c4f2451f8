import { WatchTab } from './protocol';
import { servePort } from './serve-port';

/**
 * Sends a snapshot of what is watched of the tab, then every change until the signal aborts. No change may be sent
 * before the snapshot, none may be lost between the two.
 */
export type Subscribe<E> = (tabId: number, send: (event: E) => void, signal: AbortSignal) => Promise<void>;

/** The background's side of `watchPort` for what belongs to a tab. Must run synchronously when the background starts. */
export function serveTab<E>(portName: string, subscribe: Subscribe<E>): void {
  servePort(portName, WatchTab, ({ tabId }, send: (event: E) => void, signal) => subscribe(tabId, send, signal));
}
