import { UNDO_SECONDS } from '~/lib/shared/conversation';
import { indexedRuns } from '~/lib/storage/indexed-runs';
import { sessionRuns } from '~/lib/storage/session-runs';
import type { Executions } from '../executions';
import { isUnderWay } from '../new-run';
import type { Threads } from '../threads';
import { purgeSoon } from './keep-history';

/** Milliseconds after the background's start: whoever woke it comes first. */
const AFTER_START = 4_000;

/** Deletes questions with their answers and all that follows them: at first out of sight, for good once that cannot be taken back. */
export class TurnDeletion {
  readonly #threads: Threads;
  readonly #executions: Executions;
  #purging: ReturnType<typeof setTimeout> | undefined;

  constructor(threads: Threads, executions: Executions) {
    this.#threads = threads;
    this.#executions = executions;
  }

  /** What a background that ended before its time has left. */
  start(): void {
    this.#purgeIn(AFTER_START);
  }

  /** Takes a run and all that follows it out of its conversation. Throws `storage-newer`. */
  async remove(runId: string): Promise<void> {
    const { thread, live } = await this.#threads.findRun(runId);
    // A message that waited for the answer is sent as soon as that has stopped: it goes, too. Nothing may be awaited between the last look and hiding.
    do await this.#executions.stopAll(thread.branchOf(live));
    while (thread.branchOf(live).some(({ run }) => isUnderWay(run)));
    await thread.hide(live);
    // The background lives longer than this after its last event; if it does not, the next one finds what is left.
    this.#purgeIn((UNDO_SECONDS + 1) * 1_000);
  }

  /** Resolves to whether it is there again; it is not when it is gone for good. */
  async takeBack(runId: string): Promise<boolean> {
    const found = await this.#threads.findDeleted(runId);
    await found?.thread.takeBack(found.live);
    return found !== undefined;
  }

  #purgeIn(milliseconds: number): void {
    clearTimeout(this.#purging);
    this.#purging = setTimeout(() => {
      const purging = purgeTurns(this.#threads, Date.now() - UNDO_SECONDS * 1_000);
      purging.then(
        (left) => left > 0 && this.#purgeIn((UNDO_SECONDS + 1) * 1_000),
        (thrown: unknown) => console.warn('Not deleted.', thrown),
      );
    }, milliseconds);
  }
}

/** Forgets what was deleted until `before` (milliseconds since 1970). Resolves to how many deletions are yet to come about. */
export async function purgeTurns(threads: Threads, before: number): Promise<number> {
  const deleted = (await Promise.all([indexedRuns, sessionRuns].map((store) => store.listDeleted()))).flat();
  const due = deleted.filter(({ deletedAt }) => deletedAt <= before);
  for (const { id, threadId } of due) {
    const thread = await threads.borrow(threadId);
    // It may have gone with one that it follows, or been taken back just now.
    const live = thread.findDeleted(id);
    if (live) await thread.remove(live);
  }
  // A conversation of which nothing is left goes as well.
  if (due.length > 0) purgeSoon();
  return deleted.length - due.length;
}
