import { AppError } from '~/lib/shared/app-error';

/** Ends a call when the reader cancels it or the server is silent for too long. */
export interface TimeWatch {
  /** For `fetch`: aborting it closes the connection. */
  signal: AbortSignal;
  /** Something arrived; from now on silence may last `milliseconds`. */
  allow(milliseconds: number): void;
  /** The error that a failed network operation stands for: `cancelled`, `timeout`, or else the one given. */
  explain(thrown: unknown, otherwise: AppError): AppError;
  /** Ends the watch and closes the connection, if it is still open. */
  stop(): void;
}

/** Starts watching; the first sign of life is due after `milliseconds`. */
export function watchTime(milliseconds: number, outer?: AbortSignal): TimeWatch {
  const controller = new AbortController();
  let timedOut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const allow = (next: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, next);
  };
  const cancel = (): void => {
    controller.abort();
  };
  if (outer?.aborted) cancel();
  outer?.addEventListener('abort', cancel, { once: true });
  allow(milliseconds);
  return {
    signal: controller.signal,
    allow,
    explain(thrown, otherwise) {
      if (outer?.aborted) return new AppError('cancelled', {}, thrown);
      if (timedOut) return new AppError('timeout', {}, thrown);
      return thrown instanceof AppError ? thrown : otherwise;
    },
    stop() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', cancel);
      controller.abort();
    },
  };
}

/** Waits before a retry. @throws AppError `cancelled` as soon as the signal says so. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      clearTimeout(timer);
      reject(new AppError('cancelled'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', fail);
      resolve();
    }, milliseconds);
    if (signal?.aborted) fail();
    else signal?.addEventListener('abort', fail, { once: true });
  });
}
