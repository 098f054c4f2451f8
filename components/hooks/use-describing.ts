import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { PictureEstimate } from '~/lib/shared/picture';

/** A question to the reader: may these pictures be sent? */
export interface Asking {
  ids: readonly string[];
  /** Undefined while it is being made. */
  estimate: PictureEstimate | undefined;
}

export interface Describing {
  asking: Asking | undefined;
  error: AppErrorData | undefined;
  /** Shows what it will come to; nothing is sent before `start`. */
  ask: (ids: readonly string[]) => void;
  start: () => void;
  cancel: () => void;
  /** Describes one picture; asks first when nothing was ever sent to this server. */
  describe: (id: string) => void;
  stop: () => void;
  /** Makes this the model for pictures, then asks again. */
  tryModel: (model: string) => void;
}

/** Asking for short descriptions of pictures. How far they are comes over the Port (`usePictureBatch`). */
export function useDescribing(tabId: number): Describing {
  const [asking, setAsking] = useState<Asking>();
  const [error, setError] = useState<AppErrorData>();
  const question = useRef(0);
  const lastIds = useRef<readonly string[]>([]);

  useEffect(
    () => () => {
      question.current++;
      setAsking(undefined);
      setError(undefined);
    },
    [tabId],
  );

  const ask = useCallback(
    (ids: readonly string[]) => {
      const number = ++question.current;
      lastIds.current = ids;
      setError(undefined);
      setAsking({ ids, estimate: undefined });
      call('estimatePictures', { tabId, ids: [...ids] }).then(
        (estimate) => number === question.current && setAsking({ ids, estimate }),
        (thrown: unknown) => {
          if (number !== question.current) return;
          setAsking(undefined);
          setError(toAppError(thrown).data);
        },
      );
    },
    [tabId],
  );
  const send = useCallback(
    (ids: readonly string[], accept: boolean) => {
      question.current++;
      lastIds.current = ids;
      setAsking(undefined);
      setError(undefined);
      call('describePictures', { tabId, ids: [...ids], accept }).catch((thrown: unknown) => {
        const { data } = toAppError(thrown);
        if (data.code === 'not-accepted') ask(ids);
        else setError(data);
      });
    },
    [tabId, ask],
  );
  const cancel = useCallback(() => {
    question.current++;
    setAsking(undefined);
  }, []);
  const stop = useCallback(() => {
    call('stopPictures', { tabId }).catch((thrown: unknown) => setError(toAppError(thrown).data));
  }, [tabId]);
  const tryModel = useCallback(
    (visionModel: string) => {
      call('updateSettings', { visionModel }).then(
        () => ask(lastIds.current),
        (thrown: unknown) => setError(toAppError(thrown).data),
      );
    },
    [ask],
  );
  const describe = useCallback((id: string) => send([id], false), [send]);
  const start = () => asking && send(asking.ids, true);
  return { asking, error, ask, start, cancel, describe, stop, tryModel };
}
