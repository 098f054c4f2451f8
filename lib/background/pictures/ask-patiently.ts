import { AppError } from '~/lib/shared/app-error';

/** When the server may be asked, for all that is asked at the same time. */
export interface Turns {
  /** Ends when the server may be asked. */
  mayAsk(): Promise<void>;
  /** Whether the server may be asked again after this error, later; `times` counts the errors before. */
  pauses(error: AppError, times: number): boolean;
}

/** Asks when it may be asked, and again as often as it is worth it. Throws what `ask` throws. */
export async function askPatiently<T>(turns: Turns, ask: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++) {
    await turns.mayAsk();
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof AppError && turns.pauses(thrown, times))) throw thrown;
    }
  }
}
