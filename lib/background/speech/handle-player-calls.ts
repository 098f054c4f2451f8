import type { CallHandlers } from '~/lib/messaging/handle';
import { AppError } from '~/lib/shared/app-error';

type PlayerCalls = 'readAloud' | 'readAnswer' | 'controlPlayer' | 'seekPlayer' | 'moveItem' | 'answerSpending' | 'saveNarration' | 'stopSaving';

/** What the background does for each call about reading aloud. */
export function makePlayerHandlers(): Pick<CallHandlers, PlayerCalls> {
  const missing = (): Promise<never> => Promise.reject(new AppError('bad-message', { detail: 'not built yet' }));
  return {
    readAloud: missing,
    readAnswer: missing,
    controlPlayer: missing,
    seekPlayer: missing,
    moveItem: missing,
    answerSpending: missing,
    saveNarration: missing,
    stopSaving: missing,
  };
}
