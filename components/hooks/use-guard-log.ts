import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { GuardLogEntry } from '~/lib/shared/guard';

export interface GuardLogHandle {
  /** Newest first; undefined until they are known. */
  entries: readonly GuardLogEntry[] | undefined;
  error: AppErrorData | undefined;
  /** Resolves to whether the log is empty now. */
  clear: () => Promise<boolean>;
}

/** The log of safety checks, as it was when the page was opened or looked at again. */
export function useGuardLog(): GuardLogHandle {
  const [entries, setEntries] = useState<readonly GuardLogEntry[]>();
  const [error, setError] = useState<AppErrorData>();
  const fail = (thrown: unknown) => setError(toAppError(thrown).data);
  useEffect(() => {
    const load = () => {
      if (document.visibilityState === 'visible') call('getGuardLog', {}).then((log) => setEntries(log.entries), fail);
    };
    load();
    document.addEventListener('visibilitychange', load);
    return () => document.removeEventListener('visibilitychange', load);
  }, []);
  const clear = useCallback(async () => {
    try {
      await call('clearGuardLog', {});
      setEntries([]);
      setError(undefined);
      return true;
    } catch (thrown) {
      fail(thrown);
      return false;
    }
  }, []);
  return { entries, error, clear };
}
