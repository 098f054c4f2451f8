import { RunText } from '~/components/chat/run-text';
import type { DeletedTurn, ThreadEvent, Version } from '~/lib/messaging/protocol';
import type { Run } from '~/lib/shared/run';

/** A run as components see it. The object changes with the run's state, its two texts stay the same and grow. */
export interface WatchedRun extends Omit<Run, 'text' | 'reasoning'> {
  text: RunText;
  reasoning: RunText;
}

export interface Thread {
  state: 'loading' | 'ready';
  threadId: string | undefined;
  /** Those that are shown, oldest first. A run that did not change is the same object as before. */
  runs: readonly WatchedRun[];
  /** Answers that are compared with one of those, likewise. */
  beside?: readonly WatchedRun[] | undefined;
  /** Of those that are one of several versions of their turn: which of how many, by run. */
  versions?: Record<string, Version> | undefined;
  /** The reader took it out of the history: the tab may show another page than it is about. */
  opened?: boolean | undefined;
  /** Runs that are stored and cannot be read. */
  damaged?: number | undefined;
  /** What was deleted last, as long as that can be taken back. */
  deleted?: DeletedTurn | undefined;
}

const LOADING: Thread = { state: 'loading', threadId: undefined, runs: [] };

/** What `watchThread` tells of one thread, as state. Deltas go into the texts of their run and change nothing else. */
export class ThreadStore {
  #thread = LOADING;
  readonly #listeners = new Set<() => void>();

  get thread(): Thread {
    return this.#thread;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  apply(event: ThreadEvent): void {
    switch (event.type) {
      case 'snapshot':
        return this.#set({
          state: 'ready',
          threadId: event.threadId,
          runs: event.runs.map((run) => this.#adopt(run)),
          beside: event.beside?.map((run) => this.#adopt(run)),
          versions: event.versions,
          opened: event.opened,
          damaged: event.damaged,
          deleted: event.deleted,
        });
      case 'run':
        return this.#put(this.#adopt(event.run));
      case 'patch': {
        const run = this.#find(event.runId);
        if (run) this.#put({ ...event.run, text: run.text, reasoning: run.reasoning });
        return;
      }
      case 'delta': {
        const run = this.#find(event.runId);
        run?.text.append(event.text);
        run?.reasoning.append(event.reasoning);
        return;
      }
    }
  }

  #find(runId: string): WatchedRun | undefined {
    const isIt = ({ id }: WatchedRun) => id === runId;
    return this.#thread.runs.find(isIt) ?? this.#thread.beside?.find(isIt);
  }

  /** A run with its texts, which are those already shown if it is known: they go on from where they are. */
  #adopt({ text, reasoning, ...run }: Run): WatchedRun {
    const known = this.#find(run.id);
    known?.text.replace(text);
    known?.reasoning.replace(reasoning);
    return { ...run, text: known?.text ?? new RunText(text), reasoning: known?.reasoning ?? new RunText(reasoning) };
  }

  #put(run: WatchedRun): void {
    const { runs, beside } = this.#thread;
    const isIt = ({ id }: WatchedRun) => id === run.id;
    const renew = (all: readonly WatchedRun[]) => all.map((old) => (isIt(old) ? run : old));
    if (beside?.some(isIt)) this.#set({ ...this.#thread, beside: renew(beside) });
    else this.#set({ ...this.#thread, runs: runs.some(isIt) ? renew(runs) : [...runs, run] });
  }

  #set(thread: Thread): void {
    this.#thread = thread;
    for (const listener of [...this.#listeners]) listener();
  }
}
