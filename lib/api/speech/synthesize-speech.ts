import { checkAudio, type CheckedAudio } from '~/lib/audio/check-audio';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import { FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT, LOCAL_FIRST_BYTE_TIMEOUT, MAX_AUDIO_JSON } from '../limits';
import { completeError, mayRetry, waitForRetry } from '../retry';
import { CallError, describeError, send } from '../send';
import type { CallOptions, Server } from '../types';
import { watchTime } from '../watch-time';
import { buildSpeechBody, OPTIONAL_FIELDS, type SpeechRequest, type SpeechRoute } from './build-body';
import { fetchAudio } from './fetch-audio';
import { readBytes } from './read-bytes';
import { readSpeechReply, type SpeechReply, type SpeechUsage } from './read-reply';
import { spellModel, type Spelling } from './spell-model';

/** Speech as it can be played, kept and joined. */
export interface SpeechAudio extends CheckedAudio {
  usage: SpeechUsage;
}

/** Servers that are known to have one of the routes; others are asked for both, once. */
const ROUTES: Record<string, readonly SpeechRoute[]> = {
  'api.aimlapi.com': ['/tts'],
  'api.openai.com': ['/audio/speech'],
  'openrouter.ai': ['/audio/speech'],
};

/** What servers were found to want, so that a refusal is met once and not at every sentence. */
const foundRoute = new Map<string, SpeechRoute>();
const foundSpelling = new Map<string, 'id' | 'field'>();
const refusedFields = new Map<string, Set<string>>();

/**
 * Turns text into sound at the server's `/tts` (contract section 7) or, at servers without it, OpenAI's `/audio/speech`.
 * Copes with every kind of reply; a link is fetched at once and without the key. Retries what may pass (429, 500, 502,
 * 503, 504, no or a broken connection) at most twice; leaves out optional fields that a server refuses.
 *
 * @throws AppError only, with `model` and `host`: those of `send`, `speech-unsupported`, `voice-unknown`, `audio-failed`,
 *   `bad-response`, `empty-answer`, `stream-broken`, `timeout`, `cancelled`.
 */
export async function synthesizeSpeech(server: Server, request: SpeechRequest, options: CallOptions = {}): Promise<SpeechAudio> {
  for (let retries = 0; ; retries++) {
    try {
      return await tryRoutes(server, request, options);
    } catch (thrown) {
      const failure = toAppError(thrown);
      if (!mayRetry(failure, retries)) throw completeError(failure, server, request.model);
      await waitForRetry(failure, retries, options);
    }
  }
}

async function tryRoutes(server: Server, request: SpeechRequest, options: CallOptions): Promise<SpeechAudio> {
  const known = foundRoute.get(server.baseUrl);
  const routes = ROUTES[hostOf(server.baseUrl)] ?? (known ? [known] : ['/tts', '/audio/speech'] as const);
  let failure: CallError | undefined;
  for (const route of routes) {
    try {
      const audio = await trySpellings(server, route, request, options);
      foundRoute.set(server.baseUrl, route);
      return audio;
    } catch (thrown) {
      if (!isMissingRoute(thrown)) throw thrown;
      failure = thrown;
    }
  }
  foundRoute.delete(server.baseUrl);
  throw AppError.fromData({ ...failure?.data, code: 'speech-unsupported' });
}

/** Nothing stands at the address; LM Studio says so in a success. */
function isMissingRoute(thrown: unknown): thrown is CallError {
  if (!(thrown instanceof CallError)) return false;
  return thrown.code === 'bad-base-url' || thrown.data.status === 501 || /unexpected endpoint/i.test(thrown.words);
}

/** Deepgram's voices have two names; which one the server takes is remembered. */
async function trySpellings(server: Server, route: SpeechRoute, request: SpeechRequest, options: CallOptions): Promise<SpeechAudio> {
  const spellings = route === '/tts' ? spellModel(request.model, request.voice) : [{ model: request.model, voice: request.voice }];
  const known = foundSpelling.get(server.baseUrl);
  if (known) spellings.sort((a, b) => Number(styleOf(b) === known) - Number(styleOf(a) === known));
  let failure: unknown;
  for (const spelling of spellings) {
    try {
      const audio = await call(server, route, spelling, request, options);
      if (spellings.length > 1) foundSpelling.set(server.baseUrl, styleOf(spelling));
      return audio;
    } catch (thrown) {
      const isRefused = thrown instanceof CallError && [400, 404, 422].includes(thrown.data.status ?? 0);
      if (!isRefused) throw thrown;
      failure ??= thrown;
    }
  }
  throw nameVoice(failure, request);
}

function styleOf({ model }: Spelling): 'id' | 'field' {
  return model.startsWith('#') ? 'id' : 'field';
}

/** The refusal of a voice has a sentence of its own: the reader can choose another one. */
function nameVoice(failure: unknown, { model, voice }: SpeechRequest): unknown {
  if (!(failure instanceof CallError) || voice === undefined) return failure;
  const words = failure.words.replaceAll(model, '');
  return /\b(?:voices?|voice_id|speakers?|preset)\b/i.test(words) ? AppError.fromData({ ...failure.data, code: 'voice-unknown' }) : failure;
}

async function call(server: Server, route: SpeechRoute, spelling: Spelling, request: SpeechRequest, options: CallOptions): Promise<SpeechAudio> {
  const place = `${server.baseUrl}${route} ${spelling.model}`;
  const refused = refusedFields.get(place) ?? new Set();
  const body = Object.fromEntries(Object.entries(buildSpeechBody(route, spelling, request)).filter(([name]) => !refused.has(name)));
  try {
    const reply = await post(server, route, body, options);
    const bytes = reply.type === 'link' ? await fetchAudio(server, reply.url, options) : reply.bytes;
    return { ...checkAudio(bytes), usage: reply.usage };
  } catch (thrown) {
    const field = findRefusedField(thrown, body);
    if (field === undefined) throw thrown;
    refusedFields.set(place, new Set([...refused, field]));
    return call(server, route, spelling, request, options);
  }
}

/** The field that a refusal names and that can be left out (contract section 18, point 7). */
function findRefusedField(thrown: unknown, body: Record<string, unknown>): string | undefined {
  if (!(thrown instanceof CallError) || ![400, 422].includes(thrown.data.status ?? 0)) return undefined;
  return OPTIONAL_FIELDS.find((name) => name in body && new RegExp(`\\b${name}\\b`).test(thrown.words));
}

async function post(server: Server, route: SpeechRoute, body: object, options: CallOptions): Promise<Exclude<SpeechReply, { type: 'error' }>> {
  const patience = isLoopback(server.baseUrl) ? LOCAL_FIRST_BYTE_TIMEOUT : FIRST_BYTE_TIMEOUT;
  const watch = watchTime(options.firstByteTimeout ?? patience, options.signal);
  try {
    const init = {
      method: 'POST' as const,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Accept: 'audio/*, application/json' },
    };
    const response = await send(server, server.baseUrl + route, init, watch, options.fetch);
    const bytes = await readBytes(response, MAX_AUDIO_JSON, watch, options.idleTimeout ?? IDLE_TIMEOUT).catch((thrown: unknown) => {
      throw watch.explain(thrown, new CallError(new AppError('stream-broken', {}, thrown), true));
    });
    const reply = readSpeechReply(bytes, response.headers);
    if (reply.type === 'error') throw describeError(server, 0, reply.error);
    return reply;
  } finally {
    watch.stop();
  }
}
