import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { MAX_JSON_BODY, QUERY_TIMEOUT } from './limits';
import { parseJson } from './read-error-text';
import { send } from './send';
import type { Server } from './types';
import { watchTime } from './watch-time';

export interface QueryOptions {
  signal?: AbortSignal | undefined;
  /** Stand-in for the global `fetch`, for tests. */
  fetch?: typeof fetch | undefined;
  /** Milliseconds for the whole question. */
  timeout?: number | undefined;
}

export interface QueryReply {
  status: number;
  headers: Headers;
  /** The parsed body; `undefined` when it is no JSON. */
  json: unknown;
}

/**
 * One GET with a JSON answer. Not retried: the reader waits and can press the button again.
 * @throws AppError as `send`, and `bad-response` for a body larger than any list.
 */
export async function query(server: Server, url: string, headers: Record<string, string>, options: QueryOptions): Promise<QueryReply> {
  const watch = watchTime(options.timeout ?? QUERY_TIMEOUT, options.signal);
  try {
    const response = await send(server, url, { headers }, watch, options.fetch);
    const body = await readText(response, hostOf(server.baseUrl)).catch((thrown: unknown) => {
      throw watch.explain(thrown, new AppError('stream-broken', { host: hostOf(server.baseUrl) }, thrown));
    });
    return { status: response.status, headers: response.headers, json: parseJson(body) };
  } finally {
    watch.stop();
  }
}

/** The body, of which no more than any list could need is read. */
export async function readText(response: Response, host: string): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  const parts: string[] = [];
  let length = 0;
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    length += chunk.value.length;
    if (length > MAX_JSON_BODY) throw new AppError('bad-response', { host });
    parts.push(decoder.decode(chunk.value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}
