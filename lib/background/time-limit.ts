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
