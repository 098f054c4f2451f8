import { useMemo, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { CallInput } from '~/lib/messaging/protocol';
import { AppError, toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { PictureRef } from '~/lib/shared/picture';
import type { RunRequest } from '~/lib/shared/run';

export interface RunActions {
  tabId: number | undefined;
  /** A request may be yet to come. Resolves to whether the background has it, and keeps it. */
  start(request: RunRequest | Promise<RunRequest>): Promise<boolean>;
  /** Asks a saved prompt; see the protocol. */
  runPrompt(id: string, place: Promise<Omit<CallInput<'runPrompt'>, 'tabId' | 'id'>>): void;
  /** Puts a question to several models; resolves as `start` does. */
  compare(request: Promise<RunRequest>, models: readonly string[]): Promise<boolean>;
  /** Has further models answer what a run answers. */
  compareAnswer(runId: string, models: readonly string[]): void;
  /** The conversation goes on from this one of several answers. */
  keep(runId: string): void;
  stop(runId: string): void;
  retry(runId: string, changes?: Omit<CallInput<'retryRun'>, 'runId'>): void;
  /** Asks in other words beside a run; both are kept. */
  branch(runId: string, request: RunRequest): void;
  /** Deletes a run and all that follows it; for some seconds that can be taken back. */
  remove(runId: string): void;
  takeBack(runId: string): void;
  /** Puts a passage into the message box as a quotation; absent where there is no box. */
  quote?(text: string): void;
  showVersion(runId: string, step: 1 | -1): void;
  /** `beyondLimit`: although the limit of the day is reached. */
  continue(runId: string, beyondLimit?: boolean): void;
  retryParts(runId: string): void;
  confirm(runId: string, accept: boolean): void;
  readAloud(runId: string): void;
  newThread(): void;
  /** Opens the page that the conversation is about in a tab of its own, with the conversation. */
  openPage(): void;
  /** Scrolls to a passage of the page. Resolves to whether it is there. */
  showPassage(quote: string): Promise<boolean>;
  /** Writes a description into the page. Resolves to whether it is there. */
  addToPage(picture: PictureRef, text: string): Promise<boolean>;
  /** Takes back every description in the page. Resolves to whether that was done. */
  removeFromPage(): Promise<boolean>;
}

/** A background that ends before it has answered is asked once more, by the same id: a run that it has begun is not begun again. */
async function startRun(tabId: number, request: RunRequest | Promise<RunRequest>): Promise<void> {
  const asked = { tabId, request: await request, runId: crypto.randomUUID() };
  try {
    await call('startRun', asked);
  } catch (thrown) {
    // What it refuses has a code of its own.
    if (!['unexpected', 'bad-message'].includes(toAppError(thrown).code)) throw thrown;
    await call('startRun', asked);
  }
}

/** Starting and steering the runs of one tab. `error` is why the last of these calls did not reach its run. */
export function useRuns(tabId: number | undefined): { actions: RunActions; error: AppErrorData | undefined } {
  const [error, setError] = useState<AppErrorData>();
  const actions = useMemo<RunActions>(() => {
    const watch = (answer: Promise<unknown>) => {
      setError(undefined);
      answer.catch((thrown: unknown) => setError(toAppError(thrown).data));
    };
    const tell = (answer: Promise<unknown>) => {
      watch(answer);
      return answer.then(() => true, () => false);
    };
    return {
      tabId,
      start: async (request) => tabId !== undefined && tell(startRun(tabId, request)),
      runPrompt: (id, place) => {
        if (tabId !== undefined) watch(place.then((known) => call('runPrompt', { tabId, id, ...known })));
      },
      compare: async (request, models) => tabId !== undefined && tell(request.then((known) => call('compareModels', { tabId, request: known, models: [...models] }))),
      compareAnswer: (runId, models) => watch(call('compareAnswer', { runId, models: [...models] })),
      keep: (runId) => watch(call('keepAnswer', { runId })),
      stop: (runId) => watch(call('stopRun', { runId })),
      retry: (runId, changes = {}) => watch(call('retryRun', { runId, ...changes })),
      branch: (runId, request) => watch(call('branchRun', { runId, request })),
      remove: (runId) => watch(call('deleteRun', { runId })),
      takeBack: (runId) =>
        watch(call('keepRun', { runId }).then(({ kept }) => {
          if (!kept) throw new AppError('conversation-gone');
        })),
      showVersion: (runId, step) => watch(call('showVersion', { runId, step })),
      continue: (runId, beyondLimit) => watch(call('continueRun', { runId, beyondLimit })),
      retryParts: (runId) => watch(call('retryParts', { runId })),
      confirm: (runId, accept) => watch(call('confirmRun', { runId, accept })),
      readAloud: (runId) => watch(call('readAnswer', { runId })),
      newThread: () => {
        if (tabId !== undefined) watch(call('newThread', { tabId }));
      },
      openPage: () => {
        if (tabId !== undefined) watch(call('openConversationPage', { tabId }));
      },
      showPassage: async (quote) => {
        if (tabId === undefined) return false;
        const shown = call('showPassage', { tabId, quote });
        watch(shown);
        return shown.then((answer) => answer.shown, () => false);
      },
      addToPage: async (ref, text) => {
        if (tabId === undefined) return false;
        const written = call('addToPage', { tabId, entries: [{ ref, text }] });
        return tell(written.then(({ added }) => {
          if (added === 0) throw new AppError('image-gone');
        }));
      },
      removeFromPage: async () => tabId !== undefined && tell(call('removeFromPage', { tabId })),
    };
  }, [tabId]);
  return { actions, error };
}
