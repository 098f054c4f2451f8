import { decide, effectiveHazards, effectivePolicy } from '~/lib/guard/policy';
import { CHECKPOINTS, type Checkpoint, type GuardOptions } from '~/lib/shared/guard';
import type { Run } from '~/lib/shared/run';
import type { LiveRun } from '../live-run';
import { writtenByReader } from './written-by-reader';

/** Takes note of the checkpoints that block as the run is made, or goes on: of a text that is there, those that did before, too. */
export function keepBlocking(live: LiveRun, options: GuardOptions): void {
  const { text, blocking = [] } = live.run;
  const now = CHECKPOINTS.filter((checkpoint) => effectivePolicy(options, checkpoint).action === 'block' && (!text || blocking.includes(checkpoint)));
  if (now.length + blocking.length > 0) live.change({ blocking: now.length > 0 ? now : undefined });
}

/**
 * Whether an earlier run may go out again, as part of the conversation: not one of which a checkpoint found something
 * unsafe, nor, where a checkpoint blocks by now, one that did not pass it. It is left out rather than judged afterwards,
 * so that one bad question does not hold all that come later.
 */
export function maySendAgain(run: Readonly<Run>, options: GuardOptions): boolean {
  return sentAgain(run).every((checkpoint) => {
    const policy = effectivePolicy(options, checkpoint);
    const notes = run.guard?.filter((note) => note.checkpoint === checkpoint) ?? [];
    if (notes.some(({ outcome }) => outcome !== 'passed')) return false;
    // Without a verdict it may have been let through then, and not now.
    if (notes.some(({ verdict }) => decide(policy, verdict, effectiveHazards(options)) === 'blocked')) return false;
    return policy.action !== 'block' || run.blocking?.includes(checkpoint) === true;
  });
}

/** What of a run goes out again. The page's words do not. */
function sentAgain(run: Readonly<Run>): Checkpoint[] {
  return [...(writtenByReader(run.request) ? ['message' as const] : []), ...(run.pictures?.length ? ['image' as const] : []), 'answer'];
}
