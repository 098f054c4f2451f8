import { browser } from 'wxt/browser';
import { THREAD_PORT, ThreadEvent } from './protocol';
import { ThreadLengths } from './thread-lengths';
import { onChangeAnnounced } from './wake';

type Port = ReturnType<typeof browser.runtime.connect>;

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/**
 * Watches the thread of a tab: `onEvent` gets a snapshot, then changes, and a snapshot again after every new
 * connection. Reconnects by itself when an event is missing or malformed and when the background dies under a live
 * run. While nothing is live, a background that went to sleep is left asleep until it announces a change.
 */
export function watchThread(tabId: number, onEvent: (event: ThreadEvent) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let port: Port | undefined;
  let lengths: ThreadLengths | undefined;
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted || port) return;
    const opened = browser.runtime.connect({ name: THREAD_PORT });
    port = opened;
    lengths = undefined;
    opened.onMessage.addListener((message: unknown) => {
      if (port === opened) receive(message);
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      // Asleep with nothing live: the next announcement, or the page being shown again, reconnects.
      if (!lengths || lengths.someLive) connectLater();
    });
    opened.postMessage({ tabId });
  };

  const receive = (message: unknown) => {
    const event = ThreadEvent.safeParse(message);
    if (!event.success) return startOver();
    if (event.data.type === 'snapshot') lengths = new ThreadLengths();
    if (!lengths?.follow(event.data)) return startOver();
    pause = FIRST_PAUSE;
    onEvent(event.data);
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

  onChangeAnnounced(tabId, connect, signal);
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
