import { browser } from 'wxt/browser';
import type { z } from '~/lib/shared/zod';
import { onChangeAnnounced, type Watched } from './wake';

type Port = ReturnType<typeof browser.runtime.connect>;

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/** What a watcher makes of the events of one connection. */
export interface Following<E> {
  /** Takes one event; false when it does not join on to what came before. */
  take(event: E): boolean;
  /** Something goes on of which more must come. */
  readonly live: boolean;
}

/**
 * Watches something of a tab, or the player, over a Port. `follow` is called for every new connection, whose first message is a
 * snapshot. Messages are parsed with the schema that `loadEvent` gives; those that are there before it wait for it. Reconnects
 * by itself when a message is malformed or does not fit, and when the background dies while something is live.
 * While nothing is live, a background that went to sleep is left asleep until it announces a change.
 */
export function watchPort<S extends z.ZodMiniType>(
  name: string,
  watched: Watched,
  loadEvent: () => Promise<S>,
  follow: () => Following<z.output<S>>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let schema: S | undefined;
  let port: Port | undefined;
  let following: Following<z.output<S>> | undefined;
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
    const early: unknown[] = [];
    const take = (message: unknown) => {
      if (port !== opened) return;
      if (!schema) return void early.push(message);
      const event = schema.safeParse(message);
      if (!event.success || !taken.take(event.data)) return startOver();
      following = taken;
      pause = FIRST_PAUSE;
    };
    opened.onMessage.addListener(take);
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      // Asleep with nothing live: the next announcement, or the page being shown again, reconnects.
      if (!following || following.live) connectLater();
    });
    opened.postMessage(typeof watched === 'number' ? { tabId: watched } : {});
    if (schema) return;
    loadEvent().then(
      (loaded) => {
        schema = loaded;
        early.forEach(take);
      },
      () => port === opened && startOver(),
    );
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
