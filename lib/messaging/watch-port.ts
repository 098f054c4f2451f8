import { browser } from 'wxt/browser';
import { onChangeAnnounced, type Watched } from './wake';

type Port = ReturnType<typeof browser.runtime.connect>;

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/** What a watcher makes of the messages of one connection. */
export interface Following {
  /** Takes one message; false when it is malformed or does not join on to what came before. */
  take(message: unknown): boolean;
  /** Something goes on of which more must come. */
  readonly live: boolean;
}

/**
 * Watches something of a tab, or the player, over a Port. `follow` is called for every new connection, whose first message is a
 * snapshot. Reconnects by itself when a message does not fit and when the background dies while something is live.
 * While nothing is live, a background that went to sleep is left asleep until it announces a change.
 */
export function watchPort(name: string, watched: Watched, follow: () => Following, signal: AbortSignal): void {
  if (signal.aborted) return;
  let port: Port | undefined;
  let following: Following | undefined;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted || port) return;
    const opened = browser.runtime.connect({ name });
    const taken = follow();
    port = opened;
    following = undefined;
    opened.onMessage.addListener((message: unknown) => {
      if (port !== opened) return;
      if (!taken.take(message)) return startOver();
      following = taken;
      pause = FIRST_PAUSE;
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      // Asleep with nothing live: the next announcement, or the page being shown again, reconnects.
      if (!following || following.live) connectLater();
    });
    opened.postMessage(typeof watched === 'number' ? { tabId: watched } : {});
  };

  const startOver = () => {
    const broken = port;
    port = undefined;
    broken?.disconnect();
    connectLater();
  };

  const connectLater = () => {
    if (signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  onChangeAnnounced(watched, connect, signal);
  const onVisible = () => {
    if (document.visibilityState === 'visible') connect();
  };
  document.addEventListener('visibilitychange', onVisible, { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      const last = port;
      port = undefined;
      last?.disconnect();
    },
    { once: true },
  );
  connect();
}
