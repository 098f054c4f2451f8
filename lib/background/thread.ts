import type { ThreadEvent } from '~/lib/messaging/protocol';
import { announceChange } from '~/lib/messaging/wake';
import type { Run } from '~/lib/shared/run';
import type { LoadedRun, RunStore } from '~/lib/storage/run-store';
import { LiveRun } from './live-run';

type Send = (event: ThreadEvent) => void;

/** The runs of one tab since the reader last asked for a new chat, and the windows that watch them. */
export class Thread {
  readonly id: string;
  readonly tabId: number;
  /** Of a private window: nothing of it may be written to disk. */
  readonly isPrivate: boolean;
  readonly #store: RunStore;
  readonly #watchers: Set<Send>;
  #runs: LiveRun[];

  /** `watchers` are shared by all threads a tab has one after the other. */
  constructor(about: { id: string; tabId: number; isPrivate: boolean }, store: RunStore, loaded: LoadedRun[], watchers: Set<Send>) {
    this.id = about.id;
    this.tabId = about.tabId;
    this.isPrivate = about.isPrivate;
    this.#store = store;
    this.#watchers = watchers;
    this.#runs = loaded.map(({ run, position }) => this.#own(run, position));
  }

  get runs(): readonly LiveRun[] {
    return this.#runs;
  }

  find(runId: string): LiveRun | undefined {
    return this.#runs.find((live) => live.id === runId);
  }

  /** Adds a run at the end. */
  add(run: Run): LiveRun {
    const live = this.#own(run, (this.#runs.at(-1)?.position ?? -1) + 1);
    this.#runs.push(live);
    this.#publish({ type: 'run', run: live.run });
    live.save();
    // Windows whose Port ended with an idle background do not hear of it otherwise.
    announceChange(this.tabId);
    return live;
  }

  /** Puts a run in the place of another, which is forgotten. */
  replace(old: LiveRun, run: Run): LiveRun {
    const live = this.#own(run, old.position);
    this.#runs = this.#runs.map((each) => (each === old ? live : each));
    this.sendSnapshot();
    old.erase();
    live.save();
    announceChange(this.tabId);
    return live;
  }

  /** Snapshot first, then every change, until the signal aborts. */
  subscribe(send: Send, signal: AbortSignal): void {
    if (signal.aborted) return;
    for (const live of this.#runs) live.flushToWatchers();
    send(this.#snapshot());
    this.#watchers.add(send);
    signal.addEventListener('abort', () => this.#watchers.delete(send), { once: true });
  }

  sendSnapshot(): void {
    for (const live of this.#runs) live.flushToWatchers();
    this.#publish(this.#snapshot());
  }

  #snapshot(): ThreadEvent {
    return { type: 'snapshot', threadId: this.id, runs: this.#runs.map((live) => live.run) };
  }

  #own(run: Run, position: number): LiveRun {
    const live: LiveRun = new LiveRun(run, position, this.#store, (event) => {
      // A run that was replaced, or whose thread was, is no longer anyone's business.
      if (this.#runs.includes(live)) this.#publish(event);
    });
    return live;
  }

  #publish(event: ThreadEvent): void {
    for (const send of this.#watchers) send(event);
  }
}
