import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { VoiceList } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';

/** Voices asked for at once; typing reaches the others. */
const LIMIT = 60;

export interface VoiceSearch {
  /** Undefined until the first search has been answered. */
  list: VoiceList | undefined;
  error: AppErrorData | undefined;
  find: (query: string) => void;
}

/** Searches the voices of system and server: there may be thousands, so only those that fit best are ever here. `lang` comes first. */
export function useVoices(lang: string | undefined): VoiceSearch {
  const [list, setList] = useState<VoiceList>();
  const [error, setError] = useState<AppErrorData>();
  /** Counts searches: the answer to an earlier one may come later. */
  const current = useRef(0);
  const find = useCallback(
    (query: string) => {
      const number = ++current.current;
      call('findVoices', { query, limit: LIMIT, ...(lang ? { lang } : {}) }).then(
        (found) => {
          if (number !== current.current) return;
          setList(found);
          setError(found.error);
        },
        (thrown: unknown) => number === current.current && setError(toAppError(thrown).data),
      );
    },
    [lang],
  );
  useEffect(
    () => () => {
      current.current++;
    },
    [],
  );
  return { list, error, find };
}
