import type { ThreadEvent } from '~/lib/messaging/protocol';
import { announceChange } from '~/lib/messaging/wake';
import type { Run } from '~/lib/shared/run';
import { isLive } from '~/lib/shared/run-kinds';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import type { LoadedRun } from '~/lib/storage/run-store';
import { sessionRuns } from '~/lib/storage/session-runs';
import { LiveRun } from './live-run';

type Send = (event: ThreadEvent) => void;

/** The windows that watch a tab, and whether the tab shows the thread because the reader took it out of the history. */
export interface Audience {
  watchers: Set<Send>;
  opened: boolean;
}

/** A run out of a store, and whether that is the one of private windows. */
export interface KnownRun extends LoadedRun {
  isPrivate: boolean;
}

/** The runs since the reader last asked for a new chat, in whichever tabs they are shown. */
export class Thread {
  readonly id: string;
  /** Runs that are stored and cannot be read. */
  readonly #damaged: number;
  /** By tab, the one that showed it first before all others. */
  readonly #tabs = new Map<number, Audience>();
  /** What watches runs without being a tab, such as a voice that reads an answer. */
  readonly #followers = new Set<Send>();
  #runs: LiveRun[];

  constructor(id: string, loaded: readonly KnownRun[] = [], damaged = 0) {
    this.id = id;
    this.#damaged = damaged;
    this.#runs = loaded.map(({ run, position, isPrivate }) => this.#own(run, position, isPrivate));
  }

  get runs(): readonly LiveRun[] {
    return this.#runs;
  }

  /** The tabs that show it. */
  get tabs(): readonly number[] {
    return [...this.#tabs.keys()];
  }

  /** Nothing of it is shown, and nothing of it goes on. */
  get isIdle(): boolean {
    return this.#tabs.size === 0 && !this.#runs.some(({ run }) => isLive(run));
  }

  find(runId: string): LiveRun | undefined {
    return this.#runs.find((live) => live.id === runId);
  }

  /** Shows it in a tab, and its windows what it holds. */
  enter(tabId: number, audience: Audience): void {
    this.#tabs.set(tabId, audience);
    this.#flush();
    for (const send of audience.watchers) send(this.#snapshot(audience));
  }

  /** The tab shows another one. */
  leave(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /** Adds a run at the end. `isPrivate`: nothing of it may be written to disk. */
  add(run: Run, isPrivate: boolean): LiveRun {
    const live = this.#own(run, (this.#runs.at(-1)?.position ?? -1) + 1, isPrivate);
    this.#runs.push(live);
    this.#publish({ type: 'run', run: live.run });
    live.save();
    this.#announce();
    return live;
  }

  /** Puts a run in the place of another, which is forgotten. */
  replace(old: LiveRun, run: Run, isPrivate: boolean): LiveRun {
    const live = this.#own(run, old.position, isPrivate);
    this.#runs = this.#runs.map((each) => (each === old ? live : each));
    this.sendSnapshot();
    // First the new one: a conversation without any run is none, and its name would go with it.
    live.save();
    old.erase();
    this.#announce();
    return live;
  }

  /** Snapshot first, then every change, until the signal aborts. Without a tab, whichever tabs show it. */
  subscribe(send: Send, signal: AbortSignal, tabId?: number): void {
    if (signal.aborted) return;
    this.#flush();
    const audience = tabId === undefined ? undefined : this.#tabs.get(tabId);
    const watchers = audience?.watchers ?? this.#followers;
    send(this.#snapshot(audience));
    watchers.add(send);
    signal.addEventListener('abort', () => watchers.delete(send), { once: true });
  }

  sendSnapshot(): void {
    this.#flush();
    for (const audience of this.#tabs.values()) for (const send of audience.watchers) send(this.#snapshot(audience));
    for (const send of this.#followers) send(this.#snapshot());
  }

  #flush(): void {
    for (const live of this.#runs) live.flushToWatchers();
  }

  #snapshot(audience?: Audience): ThreadEvent {
    return {
      type: 'snapshot',
      threadId: this.id,
      runs: this.#runs.map((live) => live.run),
      ...(audience?.opened ? { opened: true } : {}),
      ...(this.#damaged > 0 ? { damaged: this.#damaged } : {}),
    };
  }

  #own(run: Run, position: number, isPrivate: boolean): LiveRun {
    const store = isPrivate ? sessionRuns : indexedRuns;
    const live: LiveRun = new LiveRun({ run, position, isPrivate }, store, (event) => {
      // A run that was replaced, or whose thread was, is no longer anyone's business.
      if (this.#runs.includes(live)) this.#publish(event);
    });
    return live;
  }

  #publish(event: ThreadEvent): void {
    for (const { watchers } of this.#tabs.values()) for (const send of watchers) send(event);
    for (const send of this.#followers) send(event);
  }

  /** Windows whose Port ended with an idle background do not hear of it otherwise. */
  #announce(): void {
    for (const tabId of this.#tabs.keys()) announceChange(tabId);
  }
}
