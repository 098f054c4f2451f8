import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { RegionKey } from '~/lib/shared/region-keys';

export interface RegionChoice {
  /** The reader is choosing a part of the page, there or from here. */
  open: boolean;
  /** What is chosen now. */
  status: string;
  /** Why the last choice could not be made, or what was chosen not be described. */
  error: AppErrorData | undefined;
  /** Opens the chooser in the page. */
  choose(): void;
  /** Hands the chooser a key that was pressed here. */
  steer(key: RegionKey): void;
}

/** Choosing a part of what the tab shows. */
export function useRegion(tabId: number | undefined): RegionChoice {
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState('');
  const [error, setError] = useState<AppErrorData>();
  /** Counts choices: what an earlier one still answers is not heard. */
  const current = useRef(0);

  const ask = useCallback((key?: RegionKey) => {
    if (tabId === undefined) return;
    const number = current.current;
    call('steerRegion', { tabId, ...(key ? { key } : {}) }).then(
      (answer) => {
        if (number === current.current && answer.open) setStatus(answer.status);
      },
      // That it has ended, the choice itself tells.
      () => undefined,
    );
  }, [tabId]);

  const choose = useCallback(() => {
    if (tabId === undefined) return;
    const number = ++current.current;
    setError(undefined);
    setStatus('');
    setOpen(true);
    const end = (thrown?: unknown) => {
      if (number !== current.current) return;
      setOpen(false);
      if (thrown !== undefined) setError(toAppError(thrown).data);
    };
    call('chooseRegion', { tabId }).then(() => end(), (thrown: unknown) => end(thrown ?? new Error('no reason')));
    ask();
  }, [tabId, ask]);

  // Another tab: the chooser of the old one goes on without us.
  useEffect(() => () => {
    current.current++;
    setOpen(false);
    setError(undefined);
  }, [tabId]);

  return { open, status, error, choose, steer: ask };
}
