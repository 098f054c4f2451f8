import { useEffect, useMemo, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { CallInput } from '~/lib/messaging/protocol';
import { watchPlayer } from '~/lib/messaging/watch-player';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { PlayerState } from '~/lib/shared/player';

type PlayerAction = CallInput<'controlPlayer'>['action'];

export interface PlayerActions {
  /** Something may be read soon; with a tab: its button goes down. */
  prepare(tabId?: number): void;
  /** Reads a tab's page aloud. */
  read(input: CallInput<'readAloud'>): void;
  control(action: PlayerAction): void;
  /** Goes to a share of the present item, 0 to 1. */
  seek(share: number): void;
  /** Moves an item of the queue, or takes it out (`null`). */
  move(id: string, to: number | null): void;
  /** Answers the question whether an API voice may go on. */
  answerSpending(accept: boolean): void;
  /** Answers what is asked about pictures without description. */
  decidePictures(choice: CallInput<'decidePictures'>['choice']): void;
  stopSaving(): void;
}

export interface PlayerHandle {
  /** Undefined until the background has told. */
  state: PlayerState | undefined;
  actions: PlayerActions;
  /** Why the last of these calls did nothing. */
  error: AppErrorData | undefined;
}

/** The player, which is one for all windows: how it stands, and its steering. */
export function usePlayer(): PlayerHandle {
  const [state, setState] = useState<PlayerState>();
  const [error, setError] = useState<AppErrorData>();
  useEffect(() => {
    const gone = new AbortController();
    watchPlayer(setState, gone.signal);
    return () => gone.abort();
  }, []);
  const actions = useMemo<PlayerActions>(() => {
    const watch = (answer: Promise<unknown>) => {
      setError(undefined);
      answer.catch((thrown: unknown) => setError(toAppError(thrown).data));
    };
    return {
      // What fails now fails again, and is told, with the press.
      prepare: (tabId) => void call('prepareReading', tabId === undefined ? {} : { tabId }).catch(() => undefined),
      read: (input) => watch(call('readAloud', input)),
      control: (action) => watch(call('controlPlayer', { action })),
      seek: (share) => watch(call('seekPlayer', { share })),
      move: (id, to) => watch(call('moveItem', { id, to })),
      answerSpending: (accept) => watch(call('answerSpending', { accept })),
      decidePictures: (choice) => watch(call('decidePictures', { choice })),
      stopSaving: () => watch(call('stopSaving', {})),
    };
  }, []);
  return { state, actions, error };
}
