import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { VoiceList } from '~/lib/messaging/speech-calls';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';

/** Voices asked for at once. */
const LIMIT = 60;

export interface VoiceSearch {
  /** Undefined until the first search has been answered. */
  list: VoiceList | undefined;
  error: AppErrorData | undefined;
  find: (query: string) => void;
  /** Fetches the next of those that were found. */
  more: () => void;
}

/** Searches the voices of system and server: there may be thousands, so they come in parts, those that fit best first. `lang` comes first. */
export function useVoices(lang: string | undefined): VoiceSearch {
  const [list, setList] = useState<VoiceList>();
  const [error, setError] = useState<AppErrorData>();
  /** Counts searches: the answer to an earlier one may come later. */
  const current = useRef(0);
  /** The search that was answered last, and whether its next part is on the way. */
  const answered = useRef<{ query: string; list: VoiceList; waits: boolean }>(undefined);
  const find = useCallback(
    (query: string) => {
      const number = ++current.current;
      const ask = (): void => {
        call('findVoices', { query, limit: LIMIT, soon: true, ...(lang ? { lang } : {}) }).then(
          (found) => {
            if (number !== current.current) return;
            answered.current = { query, list: found, waits: false };
            setList(found);
            setError(found.error);
            if (found.mayCome) ask();
          },
          (thrown: unknown) => number === current.current && setError(toAppError(thrown).data),
        );
      };
      ask();
    },
    [lang],
  );
  const more = useCallback(() => {
    const number = current.current;
    const last = answered.current;
    if (!last || last.waits || last.list.voices.length >= last.list.total) return;
    last.waits = true;
    const { query, list: before } = last;
    call('findVoices', { query, limit: LIMIT, offset: before.voices.length, ...(lang ? { lang } : {}) }).then(
      ({ voices, total }) => {
        if (number !== current.current) return;
        const longer = { ...before, total, voices: [...before.voices, ...voices] };
        answered.current = { query, list: longer, waits: false };
        setList(longer);
      },
      // Those that are here can be used; the next movement asks again.
      () => (last.waits = false),
    );
  }, [lang]);
  useEffect(
    () => () => {
      current.current++;
    },
    [],
  );
  return { list, error, find, more };
}
