import type { ThreadEvent } from '~/lib/messaging/protocol';
import { announceChange } from '~/lib/messaging/wake';

type Send = (event: ThreadEvent) => void;

/** The windows that watch a tab, and whether the tab shows the thread because the reader took it out of the history. */
export interface Audience {
  watchers: Set<Send>;
  opened: boolean;
}

/** Makes what a window is told of all of a thread: that of a tab, or, without one, of whoever follows all runs. */
type Snapshot = (audience?: Audience) => ThreadEvent;

/** Who is told of a thread: the windows of the tabs that show it, and what follows it without being a tab. */
export class Audiences {
  /** By tab, the one that showed it first before all others. */
  readonly #tabs = new Map<number, Audience>();
  /** What watches runs without being a tab, such as a voice that reads an answer. It is told of all, shown or not. */
  readonly #followers = new Set<Send>();
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  get tabs(): readonly number[] {
    return [...this.#tabs.keys()];
  }

  enter(tabId: number, audience: Audience): void {
    this.#tabs.set(tabId, audience);
    for (const send of audience.watchers) send(this.#snapshot(audience));
  }

  leave(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /** Snapshot first, then every change, until the signal aborts. Without a tab, whichever tabs show it. */
  subscribe(send: Send, signal: AbortSignal, tabId: number | undefined): void {
    const audience = tabId === undefined ? undefined : this.#tabs.get(tabId);
    const watchers = audience?.watchers ?? this.#followers;
    send(this.#snapshot(audience));
    watchers.add(send);
    signal.addEventListener('abort', () => watchers.delete(send), { once: true });
  }

  sendSnapshots(): void {
    for (const audience of this.#tabs.values()) for (const send of audience.watchers) send(this.#snapshot(audience));
    for (const send of this.#followers) send(this.#snapshot());
  }

  /** @param isShown windows see the run that it is about */
  publish(event: ThreadEvent, isShown: boolean): void {
    if (isShown) for (const { watchers } of this.#tabs.values()) for (const send of watchers) send(event);
    for (const send of this.#followers) send(event);
  }

  /** Windows whose Port ended with an idle background do not hear of it otherwise. */
  announce(): void {
    for (const tabId of this.#tabs.keys()) announceChange(tabId);
  }
}
