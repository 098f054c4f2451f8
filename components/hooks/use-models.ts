import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { ModelList } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';

/** The models of the server in the settings. `version` grows when that server or its key has changed. */
export function useModels(version = 0) {
  const [list, setList] = useState<ModelList>();
  const [error, setError] = useState<AppErrorData>();

  const load = useCallback(async (refresh: boolean, isWanted: () => boolean) => {
    try {
      const answer = await call('listModels', { refresh });
      if (!isWanted()) return;
      setList(answer);
      setError(answer.error);
    } catch (thrown) {
      if (isWanted()) setError(toAppError(thrown).data);
    }
  }, []);

  useEffect(() => {
    let wanted = true;
    void load(false, () => wanted);
    return () => {
      wanted = false;
    };
  }, [load, version]);

  const reload = useCallback(() => load(true, () => true), [load]);
  return { list, error, reload };
}
