import type { ChatRequest, Server } from '~/lib/api/types';
import { buildClassifierMessages, CLASSIFIER_ANSWER_TOKENS, CLASSIFIER_OVERHEAD } from '~/lib/guard/classifier';
import { splitForGuard } from '~/lib/guard/chunks';
import { promptTokens } from '~/lib/guard/estimate';
import { countedVerdict } from '~/lib/guard/counted-verdict';
import { mergeVerdicts } from '~/lib/guard/merge';
import { parsePrompted } from '~/lib/guard/parse-prompted';
import { MAX_REPLY, parseClassifier } from '~/lib/guard/parse-verdict';
import { buildVerdictMessages, PROMPTED_ANSWER_TOKENS, VERDICT_SCHEMA } from '~/lib/guard/prompted';
import type { GuardSubject } from '~/lib/guard/subject';
import { AppError, type AppErrorData, type ErrorCode } from '~/lib/shared/app-error';
import { isLoopback } from '~/lib/shared/base-url';
import { makeBoundary } from '~/lib/shared/boundary';
import type { FinishReason, Usage } from '~/lib/shared/chat';
import { contextWindow } from '~/lib/shared/context-window';
import type { Hazard, UNKNOWN_REASONS, Verdict } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';
import { estimateTokens } from '~/lib/shared/tokens';
import type { StoredImage } from '~/lib/storage/images';
import { addUsage } from '../add-usage';
import { loadImages } from '../pictures/run-images';
import type { ApiClient } from '../platform';
import { refineServerError } from '../server';
import { withLimit } from '../time-limit';
import type { ChosenGuard } from './choose-guard';

/** What one request to a guard came to. */
export interface GuardReply {
  verdict: Verdict;
  quotes: string[];
  usage?: Usage | undefined;
  error?: AppErrorData;
  /** The next request would fail in the same way. */
  isHopeless?: boolean;
}

export interface GuardContext {
  api: ApiClient;
  settings: Settings;
  server: Server;
  guard: ChosenGuard;
  hazards: readonly Hazard[];
  files: readonly StoredImage[];
}

/** Tokens of text in one request at most: in longer ones a model overlooks a sentence. */
const LONGEST_PART = { classifier: 4_000, prompted: 6_000 };
/** Context of a classifier whose server says nothing of it: what version 2 takes; version 1 takes half. */
const CLASSIFIER_CONTEXT = 8_192;
/** Estimates err; this part of the context stays free. */
const MARGIN = 0.1;
/** The verdict gets this part of a small context at most. */
const ANSWER_SHARE = 1 / 4;
/** A part is no smaller, whatever the context. */
const SMALLEST_PART = 300;

/** Tokens of text that fit into one request. */
export function partTokens(guard: ChosenGuard | undefined, baseUrl: string, hazards: readonly Hazard[]): number {
  const mode = guard?.mode ?? 'prompted';
  const context = guardContext(guard, baseUrl);
  const beside = mode === 'classifier' ? CLASSIFIER_OVERHEAD : promptTokens(hazards);
  const room = Math.floor(context * (1 - MARGIN)) - beside - answerTokens(mode, context);
  return Math.max(SMALLEST_PART, Math.min(LONGEST_PART[mode], room));
}

function guardContext(guard: ChosenGuard | undefined, baseUrl: string): number {
  const assumed = contextWindow(guard?.model, isLoopback(baseUrl));
  return guard?.mode === 'classifier' && guard.model?.contextLength === undefined ? Math.min(assumed, CLASSIFIER_CONTEXT) : assumed;
}

function answerTokens(mode: ChosenGuard['mode'], context: number): number {
  return mode === 'classifier' ? CLASSIFIER_ANSWER_TOKENS : Math.floor(Math.min(PROMPTED_ANSWER_TOKENS, context * ANSWER_SHARE));
}

/**
 * One request for a verdict, within the reader's patience. A text that turns out to be too long is judged in halves. Throws
 * only when the signal aborts.
 */
export async function askGuard(context: GuardContext, subject: GuardSubject, signal: AbortSignal): Promise<GuardReply> {
  let usage: Usage | undefined;
  try {
    const boundary = makeBoundary();
    const request = await buildRequest(context, subject, boundary);
    const answer = await readReply(context, request, signal, (counted) => (usage = counted));
    return { ...keepCounted(parse(context.guard, answer, boundary), context.hazards), usage };
  } catch (thrown) {
    signal.throwIfAborted();
    const error = await refineServerError(thrown, context.settings);
    const halves = error.code === 'context-too-long' ? halve(subject) : [];
    if (halves.length > 1) return askHalves(context, halves, usage, signal);
    const reason = reasonOf(error.code);
    return { verdict: { kind: 'unknown', reason }, quotes: [], usage, error: error.data, isHopeless: HOPELESS.includes(error.code) };
  }
}

/** Throws `image-gone`. */
async function buildRequest({ server, guard, hazards, files }: GuardContext, subject: GuardSubject, boundary: string): Promise<ChatRequest> {
  const isClassifier = guard.mode === 'classifier';
  const messages = isClassifier ? buildClassifierMessages(subject) : buildVerdictMessages(subject, hazards, boundary);
  const images = await loadImages(messages, files);
  return {
    model: guard.id,
    messages,
    maxTokens: answerTokens(guard.mode, guardContext(guard, server.baseUrl)),
    temperature: 0,
    ...(isClassifier ? {} : { responseFormat: VERDICT_SCHEMA }),
    ...(images.size > 0 ? { images } : {}),
  };
}

interface Answer {
  text: string;
  finish: FinishReason;
}

/** The whole answer. Throws as `streamChat` does, and `timeout` when the reader's patience is over. */
async function readReply(
  { api, settings, server }: GuardContext,
  request: ChatRequest,
  signal: AbortSignal,
  count: (usage: Usage) => void,
): Promise<Answer> {
  const over = new AbortController();
  const read = async (): Promise<Answer> => {
    let text = '';
    for await (const event of api.streamChat(server, request, { signal: AbortSignal.any([signal, over.signal]) })) {
      if (event.type === 'text') text += event.text;
      else if (event.type === 'usage') count(event.usage);
      else if (event.type === 'finish') return { text, finish: event.reason };
      if (text.length > MAX_REPLY) break;
    }
    return { text, finish: 'length' };
  };
  try {
    return await withLimit(read(), settings.guard.patience * 1_000, new AppError('timeout', { model: request.model }), signal);
  } finally {
    over.abort();
  }
}

function parse(guard: ChosenGuard, { text, finish }: Answer, boundary: string): Pick<GuardReply, 'verdict' | 'quotes'> {
  if (guard.mode === 'prompted') return parsePrompted(text, boundary, finish);
  return { verdict: parseClassifier(text, guard.id, finish), quotes: [] };
}

/** Counted before anything is merged or ended by it: what does not count must not stand for another part that does, or that has no verdict. */
function keepCounted({ verdict, quotes }: Pick<GuardReply, 'verdict' | 'quotes'>, hazards: readonly Hazard[]): Pick<GuardReply, 'verdict' | 'quotes'> {
  const counted = countedVerdict(verdict, hazards);
  return { verdict: counted, quotes: counted.kind === 'unsafe' ? quotes : [] };
}

function halve(subject: GuardSubject): GuardSubject[] {
  if (subject.kind === 'image') return [];
  const tokens = estimateTokens(subject.text);
  // A little more than half, since parts end where a sentence does.
  return tokens < SMALLEST_PART ? [] : splitForGuard(subject.text, Math.ceil(tokens * 0.6)).map(({ text }) => ({ ...subject, text }));
}

/** @param spent what the request that was too long has used */
async function askHalves(context: GuardContext, halves: readonly GuardSubject[], spent: Usage | undefined, signal: AbortSignal): Promise<GuardReply> {
  const replies: GuardReply[] = [];
  for (const half of halves) replies.push(await askGuard(context, half, signal));
  const error = replies.find((reply) => reply.error)?.error;
  return {
    verdict: mergeVerdicts(replies.map(({ verdict }) => verdict)),
    quotes: replies.flatMap(({ quotes }) => quotes),
    usage: replies.reduce((sum, reply) => addUsage(sum, reply.usage), spent),
    ...(error ? { error } : {}),
    isHopeless: replies.some(({ isHopeless }) => isHopeless),
  };
}

/** Failures of the server, the key or the model, which every further request would meet; one that is too slow tries patience once. */
const HOPELESS: readonly ErrorCode[] = [
  'no-key', 'bad-key', 'no-credits', 'daily-limit', 'rate-limited', 'model-unknown', 'model-unavailable', 'no-vision', 'origin-refused', 'request-refused',
  'server-unreachable', 'offline', 'timeout', 'bad-base-url',
];

function reasonOf(code: ErrorCode): (typeof UNKNOWN_REASONS)[number] {
  switch (code) {
    case 'timeout':
      return 'timeout';
    case 'content-filtered':
      return 'refused';
    case 'empty-answer':
    case 'bad-response':
      return 'unreadable';
    case 'no-vision':
    case 'image-too-large':
    case 'image-gone':
    case 'image-broken':
      return 'not-taken';
    default:
      return 'unavailable';
  }
}
