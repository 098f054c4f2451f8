import { AppError, toAppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import { adapt, adaptParts, buildBody, initialAdaptation, type Adaptation } from './adapt-request';
import { Answer } from './answer';
import { FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, LOCAL_FIRST_BYTE_TIMEOUT } from './limits';
import { explainPictureRefusal } from './picture-errors';
import { readAnswer } from './read-answer';
import { completeError, mayRetry, waitForRetry } from './retry';
import { CallError, send } from './send';
import type { CallOptions, ChatEvent, ChatRequest, Server } from './types';
import { watchTime } from './watch-time';

/** What servers were found to want, by base URL and model, so that a refusal is met once and not at every request. */
const learned = new Map<string, Adaptation>();
const MAX_LEARNED = 100;

/**
 * Asks a chat model and yields its answer as it arrives. Copes with every quirk of contract section 4.7, retries what
 * may pass (429, 500, 502, 503, 504, no connection) at most twice and only before anything was yielded, and bends the
 * request to servers that refuse part of it. Leaving the loop or aborting the signal closes the connection.
 *
 * @throws AppError only, with `model` and `host`; what was yielded before stays valid.
 */
export async function* streamChat(server: Server, request: ChatRequest, options: CallOptions = {}): AsyncGenerator<ChatEvent, void> {
  const place = `${server.baseUrl} ${request.model}`;
  let adaptation = learned.get(place) ?? initialAdaptation(hostOf(server.baseUrl), request.model);
  for (let retries = 0; ; ) {
    const answer = new Answer();
    let failure: AppError;
    try {
      yield* attempt(server, buildBody(request, adaptation), answer, options);
      remember(place, adaptation);
      return;
    } catch (thrown) {
      failure = toAppError(thrown);
    }
    const adapted = answer.hasOutput ? undefined : adaptTo(failure, request, adaptation);
    if (adapted) {
      adaptation = adapted;
      continue;
    }
    failure = blamePictures(failure, request);
    const isLeft = options.leaveRateLimit === true && failure.code === 'rate-limited';
    if (answer.hasOutput || isLeft || !mayRetry(failure, retries)) throw completeError(failure, server, request.model);
    await waitForRetry(failure, retries, options);
    retries++;
  }
}

/** The body of a request as it would be sent now, with all that the server was found to want. */
export function describeRequest(server: Server, request: ChatRequest): object {
  const adaptation = learned.get(`${server.baseUrl} ${request.model}`) ?? initialAdaptation(hostOf(server.baseUrl), request.model);
  return buildBody(request, adaptation);
}

async function* attempt(server: Server, body: object, answer: Answer, options: CallOptions): AsyncGenerator<ChatEvent, void> {
  const usual = isLoopback(server.baseUrl) ? LOCAL_FIRST_BYTE_TIMEOUT : FIRST_BYTE_TIMEOUT;
  const patience = { first: options.firstByteTimeout ?? usual, idle: options.idleTimeout ?? IDLE_TIMEOUT };
  const watch = watchTime(patience.first, options.signal);
  try {
    const init = {
      method: 'POST' as const,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json' },
    };
    const response = await send(server, `${server.baseUrl}/chat/completions`, init, watch, options.fetch);
    yield* readAnswer(server, response, answer, watch, patience);
  } finally {
    watch.stop();
  }
}

/** Refusals whose words may name what to leave out; a stream's error has no status, a chat template fails with 500. */
function adaptTo(failure: AppError, request: ChatRequest, now: Adaptation): Adaptation | undefined {
  if (!(failure instanceof CallError)) return undefined;
  const { words, code } = failure;
  const { status } = failure.data;
  const isRefusal = ['request-refused', 'server-error', 'model-unknown', 'model-unavailable'].includes(code);
  if (!isRefusal || ![undefined, 400, 422, 500].includes(status)) return undefined;
  const isAboutParts = status !== 500 && code !== 'server-error' && explainPictureRefusal(code, status, words) !== 'image-too-large';
  return adapt(words, request, now) ?? (isAboutParts ? adaptParts(words, request, now) : undefined);
}

/** The failure under the code that the pictures in the request give it, if any. */
function blamePictures(failure: AppError, { messages }: ChatRequest): AppError {
  if (!(failure instanceof CallError) || !messages.some(({ images }) => images?.length)) return failure;
  const { code, ...about } = failure.data;
  const better = explainPictureRefusal(code, about.status, failure.words);
  return better ? new AppError(better, about, failure) : failure;
}

function remember(place: string, adaptation: Adaptation): void {
  learned.delete(place);
  learned.set(place, adaptation);
  const [oldest] = learned.keys();
  if (learned.size > MAX_LEARNED && oldest !== undefined) learned.delete(oldest);
}
