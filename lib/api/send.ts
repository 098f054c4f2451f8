import { AppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import { classifyError, isRetryable } from './classify-error';
import { MAX_ERROR_BODY, MAX_RETRY_AFTER } from './limits';
import { readErrorText, type ErrorText } from './read-error-text';
import { redact } from './redact';
import { readRetryAfter } from './retry-after';
import type { Server } from './types';
import type { TimeWatch } from './watch-time';

/** An `AppError` with what only the client needs to know about it. */
export class CallError extends AppError {
  /** May succeed when repeated. */
  readonly retryable: boolean;
  /** The server's words in full, without any key. */
  readonly words: string;

  constructor(error: AppError, retryable: boolean, words = '') {
    const { code, ...about } = error.data;
    super(code, about, error.cause);
    this.retryable = retryable;
    this.words = words;
  }
}

/** A key that no HTTP header can carry is none; found before `fetch` quotes it in its complaint. */
function authorize(server: Server): Record<string, string> {
  const key = server.key?.trim();
  if (!key) return {};
  if (!/^[\x21-\x7e]+$/.test(key)) throw new AppError('bad-key', { host: hostOf(server.baseUrl) });
  return { Authorization: `Bearer ${key}` };
}

/**
 * Calls `server` and returns its answer if it is a success (200 and 201 alike) or 304. The key goes into the
 * `Authorization` header of this one request; a redirect is not followed, since it could carry key and page elsewhere.
 *
 * @throws CallError as `classifyError` finds, `server-unreachable`, `offline`; AppError `timeout`, `cancelled`.
 */
export async function send(
  server: Server,
  url: string,
  init: { method?: 'POST'; body?: string; headers?: Record<string, string> },
  watch: TimeWatch,
  fetchImpl: typeof fetch = fetch,
): Promise<Response> {
  const headers = { Accept: 'application/json', ...init.headers, ...authorize(server) };
  let response: Response;
  try {
    response = await fetchImpl(url, {
      ...init,
      headers,
      signal: watch.signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  } catch (thrown) {
    throw watch.explain(thrown, unreachable(server, thrown));
  }
  if (response.ok || response.status === 304) return response;
  throw await readFailure(server, response, watch);
}

function unreachable(server: Server, thrown: unknown): CallError {
  const host = hostOf(server.baseUrl);
  const isOffline = !isLoopback(server.baseUrl) && navigator.onLine === false;
  if (isOffline) return new CallError(new AppError('offline', { host }, thrown), false);
  return new CallError(new AppError('server-unreachable', { host }, thrown), true);
}

async function readFailure(server: Server, response: Response, watch: TimeWatch): Promise<AppError> {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    return new AppError('bad-base-url', { host: hostOf(server.baseUrl), reason: 'redirect' });
  }
  let body: string;
  try {
    body = await readStart(response, MAX_ERROR_BODY);
  } catch (thrown) {
    const failure = watch.explain(thrown, new AppError('unexpected'));
    if (failure.code === 'cancelled') return failure;
    body = '';
  }
  const error = readErrorText(body, response.statusText || `HTTP ${response.status}`);
  return describeError(server, response.status, error, readRetryAfter(response.headers));
}

/** The error a server described, inside a failed response or (`status` 0) inside a stream. */
export function describeError(server: Server, status: number, error: ErrorText, retryAfter?: number): CallError {
  const effective = status || (error.status ?? 0);
  const code = classifyError(effective, error, { hasKey: Boolean(server.key?.trim()), isLocal: isLoopback(server.baseUrl) });
  const words = redact(error.message, server.key);
  const about = {
    host: hostOf(server.baseUrl),
    detail: words,
    ...(effective ? { status: effective } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter: Math.ceil(retryAfter / 1_000) }),
  };
  const retryable = isRetryable(code, effective) && (retryAfter ?? 0) <= MAX_RETRY_AFTER;
  return new CallError(new AppError(code, about), retryable, `${error.code ?? ''} ${words}`);
}

/** The beginning of a body as text; the rest is not waited for. */
async function readStart(response: Response, bytes: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < bytes; ) {
    const chunk = await reader?.read();
    if (!chunk?.value) break;
    read += chunk.value.byteLength;
    text += decoder.decode(chunk.value, { stream: true });
  }
  await reader?.cancel();
  return text;
}
