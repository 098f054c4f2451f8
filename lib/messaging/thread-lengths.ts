import { isLive } from '~/lib/shared/run-kinds';
import type { ThreadEvent } from './protocol';

interface Known {
  text: number;
  reasoning: number;
  live: boolean;
}

/** How far a watcher has followed each run of a thread: enough to notice a missing event, in constant time each. */
export class ThreadLengths {
  readonly #runs = new Map<string, Known>();

  /** Takes note of an event; false when it does not join on to what came before. */
  follow(event: ThreadEvent): boolean {
    switch (event.type) {
      case 'snapshot':
        this.#runs.clear();
        for (const run of [...event.runs, ...(event.beside ?? [])]) this.#runs.set(run.id, measure(run));
        return true;
      case 'run':
        this.#runs.set(event.run.id, measure(event.run));
        return true;
      case 'patch': {
        const known = this.#runs.get(event.runId);
        if (known) known.live = isLive(event.run);
        return known !== undefined;
      }
      case 'delta': {
        const known = this.#runs.get(event.runId);
        if (!known || known.text !== event.at || known.reasoning !== event.reasoningAt) return false;
        known.text += event.text.length;
        known.reasoning += event.reasoning.length;
        return true;
      }
    }
  }

  get someLive(): boolean {
    for (const run of this.#runs.values()) if (run.live) return true;
    return false;
  }
}

function measure(run: Extract<ThreadEvent, { type: 'run' }>['run']): Known {
  return { text: run.text.length, reasoning: run.reasoning.length, live: isLive(run) };
}
