import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { onChangeAnnounced } from '~/lib/messaging/wake';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { SavedPrompt } from '~/lib/shared/saved-prompt';

export interface PromptsHandle {
  /** Undefined until they have come. */
  prompts: readonly SavedPrompt[] | undefined;
  error: AppErrorData | undefined;
  /** Keeps all of them, in this order. Resolves to whether they were kept. */
  save: (prompts: readonly SavedPrompt[]) => Promise<boolean>;
}

/** The saved prompts as they are now, whichever window changes them. */
export function usePrompts(): PromptsHandle {
  const [prompts, setPrompts] = useState<readonly SavedPrompt[]>();
  const [error, setError] = useState<AppErrorData>();
  const load = useCallback(() => {
    call('listPrompts', {}).then((answer) => setPrompts(answer.prompts), (thrown: unknown) => setError(toAppError(thrown).data));
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    load();
    onChangeAnnounced('prompts', load, gone.signal);
    return () => gone.abort();
  }, [load]);
  const save = useCallback(
    async (changed: readonly SavedPrompt[]) => {
      setError(undefined);
      setPrompts(changed);
      try {
        await call('savePrompts', { prompts: [...changed] });
        return true;
      } catch (thrown) {
        setError(toAppError(thrown).data);
        // What was not kept is not shown as if it were.
        load();
        return false;
      }
    },
    [load],
  );
  return { prompts, error, save };
}
