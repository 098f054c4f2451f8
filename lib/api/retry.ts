import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { MAX_RETRIES, RETRY_DELAY } from './limits';
import { redact } from './redact';
import { backOff } from './retry-after';
import { CallError } from './send';
import type { CallOptions, Server } from './types';
import { wait } from './watch-time';

/** A time-out of the provider costs minutes and rarely passes: repeated once only (contract section 2.2). */
export function mayRetry(failure: AppError, retries: number): boolean {
  return failure instanceof CallError && failure.retryable && retries < (failure.data.status === 504 ? 1 : MAX_RETRIES);
}

/** Waits as long as the server asked for, else a while that doubles. @throws AppError `cancelled`. */
export function waitForRetry(failure: AppError, retries: number, options: CallOptions): Promise<void> {
  const asked = failure.data.retryAfter;
  return wait(asked === undefined ? backOff(retries, options.retryDelay ?? RETRY_DELAY) : asked * 1_000, options.signal);
}

/** The error as the caller sees it: it says which model and host, and holds no key. */
export function completeError(failure: AppError, server: Server, model: string): AppError {
  const { code, detail, ...about } = failure.data;
  const words = detail === undefined ? {} : { detail: redact(detail, server.key) };
  return new AppError(code, { host: hostOf(server.baseUrl), ...about, model, ...words }, failure.cause);
}
