import type { ThreadEvent } from '~/lib/messaging/protocol';
import { UNDO_SECONDS } from '~/lib/shared/conversation';
import type { Run } from '~/lib/shared/run';
import { RunTree } from '~/lib/shared/run-tree';

/** What of a thread was deleted last, as long as that can be taken back. */
export function describeDeleted(runs: readonly Readonly<Run>[]): Pick<Extract<ThreadEvent, { type: 'snapshot' }>, 'deleted'> {
  const last = runs.reduce<Readonly<Run> | undefined>((best, run) => ((run.deletedAt ?? 0) > (best?.deletedAt ?? 0) ? run : best), undefined);
  const seconds = UNDO_SECONDS - (Date.now() - (last?.deletedAt ?? 0)) / 1_000;
  return last && seconds > 0 ? { deleted: { runId: last.id, count: new RunTree(runs).branchOf(last.id).length, seconds: Math.min(seconds, UNDO_SECONDS) } } : {};
}
