import { useMemo, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { CallInput } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { RunRequest } from '~/lib/shared/run';

export interface RunActions {
  start(request: RunRequest): void;
  stop(runId: string): void;
  retry(runId: string, changes?: Omit<CallInput<'retryRun'>, 'runId'>): void;
  continue(runId: string): void;
  confirm(runId: string, accept: boolean): void;
  newThread(): void;
}

/** Starting and steering the runs of one tab. `error` is why the last of these calls did not reach its run. */
export function useRuns(tabId: number | undefined): { actions: RunActions; error: AppErrorData | undefined } {
  const [error, setError] = useState<AppErrorData>();
  const actions = useMemo<RunActions>(() => {
    const watch = (answer: Promise<unknown>) => {
      setError(undefined);
      answer.catch((thrown: unknown) => setError(toAppError(thrown).data));
    };
    return {
      start: (request) => {
        if (tabId !== undefined) watch(call('startRun', { tabId, request }));
      },
      stop: (runId) => watch(call('stopRun', { runId })),
      retry: (runId, changes = {}) => watch(call('retryRun', { runId, ...changes })),
      continue: (runId) => watch(call('continueRun', { runId })),
      confirm: (runId, accept) => watch(call('confirmRun', { runId, accept })),
      newThread: () => {
        if (tabId !== undefined) watch(call('newThread', { tabId }));
      },
    };
  }, [tabId]);
  return { actions, error };
}
