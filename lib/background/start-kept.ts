import type { CallInput } from '~/lib/messaging/protocol';
import { forgetDraft } from '~/lib/storage/drafts';
import type { RunControl } from './run-control';
import type { Threads } from './threads';

/**
 * Starts a run as windows ask for it. A message is on disk, or in the memory of private windows, before its window is told that it
 * has arrived; and it is forgotten as a draft here, since its window may be closed by then.
 */
export async function startKept(control: RunControl, threads: Threads, { tabId, request, runId: wanted }: CallInput<'startRun'>): Promise<string> {
  const runId = await control.start(tabId, request, wanted);
  if (request.task !== 'ask') return runId;
  // One that is gone again already was there.
  const found = await threads.findRun(runId).catch(() => undefined);
  await found?.live.saved();
  if (found) await forgetDraft(found.thread.id, request.question).catch((thrown: unknown) => console.warn('The draft stays.', thrown));
  return runId;
}
