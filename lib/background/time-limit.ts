import type { AppError } from '~/lib/shared/app-error';

/** The work's result, unless the signal aborts (its reason is thrown) or `millis` pass (`late` is thrown) before. */
export async function withLimit<T>(work: Promise<T>, millis: number, late: AppError, signal: AbortSignal): Promise<T> {
  // Work that nobody waits for any more may fail unheard.
  work.catch(() => undefined);
  signal.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const done = new AbortController();
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late), millis);
        signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: done.signal });
      }),
    ]);
  } finally {
    clearTimeout(timer);
    done.abort();
  }
}

/** Milliseconds between two looks whether something still lives, and for such a look; how often there is one. */
interface Patience {
  wait: number;
  look: number;
  times: number;
}

/** The same, where what is slow and lives is waited for longer: `late` is thrown when `isAlive` gives no answer, or has done so often enough. */
export async function withPatience<T>(work: Promise<T>, { wait, look, times }: Patience, isAlive: () => Promise<boolean>, late: AppError, signal: AbortSignal): Promise<T> {
  for (let looks = 1; ; looks++) {
    try {
      return await withLimit(work, wait, late, signal);
    } catch (thrown) {
      if (thrown !== late) throw thrown;
    }
    if (looks > times || !(await withLimit(isAlive(), look, late, signal))) throw late;
  }
}
