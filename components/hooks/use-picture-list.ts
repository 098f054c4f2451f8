import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { PictureList } from '~/lib/messaging/picture-calls';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';

export interface PictureListHandle {
  /** Undefined until the page was looked through for the first time. */
  list: PictureList | undefined;
  /** The page is being looked through. */
  busy: boolean;
  error: AppErrorData | undefined;
  /** The tab has loaded something since. */
  stale: boolean;
  renew: () => void;
}

/** The pictures of a tab's page, as they were when it was last looked through: a page may change at any time. */
export function usePictureList(tabId: number, pageVersion: number): PictureListHandle {
  const [list, setList] = useState<PictureList>();
  const [error, setError] = useState<AppErrorData>();
  const [busy, setBusy] = useState(true);
  const [seenVersion, setSeenVersion] = useState(pageVersion);
  const latest = useRef(pageVersion);
  const asked = useRef(0);
  latest.current = pageVersion;

  const renew = useCallback(() => {
    const number = ++asked.current;
    const version = latest.current;
    setBusy(true);
    setError(undefined);
    const end = (found: PictureList | undefined, thrown?: unknown) => {
      if (number !== asked.current) return;
      setBusy(false);
      setSeenVersion(version);
      // An old list beside the reason why there is no new one would be taken for it.
      setList(found);
      if (!found) setError(toAppError(thrown).data);
    };
    call('listPictures', { tabId }).then(end, (thrown: unknown) => end(undefined, thrown));
  }, [tabId]);
  useEffect(() => {
    renew();
    return () => {
      asked.current++;
    };
  }, [renew]);

  return { list, busy, error, stale: !busy && pageVersion !== seenVersion, renew };
}
