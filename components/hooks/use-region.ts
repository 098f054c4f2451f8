import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';

export interface RegionChoice {
  /** Why the last choice could not be made, or what was chosen not be described. */
  error: AppErrorData | undefined;
  /** Opens the chooser in the page. */
  choose(): void;
}

/** Letting the reader choose a part of what the tab shows; `ChooserKeys` in the panel shows how it goes on. */
export function useRegion(tabId: number | undefined): RegionChoice {
  const [error, setError] = useState<AppErrorData>();
  /** Counts choices: how an earlier one ended matters no more. */
  const current = useRef(0);

  const choose = useCallback(() => {
    if (tabId === undefined) return;
    const number = ++current.current;
    setError(undefined);
    call('chooseRegion', { tabId }).catch((thrown: unknown) => {
      if (number === current.current) setError(toAppError(thrown).data);
    });
  }, [tabId]);

  useEffect(() => () => {
    current.current++;
    setError(undefined);
  }, [tabId]);

  return { error, choose };
}
