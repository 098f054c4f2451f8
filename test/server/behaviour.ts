import { GUARD_REPLIES, type GuardReply } from './guard.ts';
import { SPEECH_REPLIES, type SpeechReply } from './speech.ts';

/** How the stand-in answers one request for chat or speech. Every field has a default that makes a plain, correct answer. */
export interface Behaviour {
  fault?: FaultName;
  /** How speech comes back; absent: as the model's family does. */
  reply?: SpeechReply;
  /** How it judges when it is asked for a verdict; absent: `keyword`. */
  guard?: GuardReply;
  /** Kind of sound; absent: as asked for, else WAV. */
  audio?: 'wav' | 'mp3';
  /** Tokens a second; 0 or absent: as fast as the connection takes them. */
  rate?: number;
  /** What the second half of a streamed answer waits for; absent: nothing. */
  until?: Promise<unknown>;
  /** Milliseconds before the first byte of the answer. */
  first?: number;
  /** Length of the answer in tokens; absent: as long as what there is to say. */
  tokens?: number;
  /** Bytes a network write, so that frames and characters are cut anywhere; absent: whole frames. */
  split?: number;
  /** What is found on the web, where the request has the model search. */
  found?: { url: string; title?: string; date?: string }[];
  /** The answer itself, in place of one made from the request. */
  text?: string;
  /** Exact bytes of a 200 event stream, in the given writes. */
  raw?: (string | Uint8Array)[];
}

/** Refusals: an HTTP error status. See `refusals.ts`. */
export const REFUSALS = [
  'bad-key', 'payment-required', 'no-credits', 'forbidden-empty', 'country', 'key-scope', 'origin', 'validation', 'unknown-model-enum',
  'provider-text', 'nested', 'array-message', 'not-found', 'not-found-html', 'unknown-model', 'deprecated', 'context-too-long', 'rate-limited',
  'retry-after', 'retry-after-long', 'free-tier', 'quota', 'server-error', 'provider-failed', 'maintenance', 'bad-gateway', 'gateway-html',
  'unavailable', 'gateway-timeout', 'empty-500', 'redirect', 'echo-key',
] as const;

/** Refuses only requests that hold the field, role or part in question. See `refuse-pictures.ts` for the pictures. */
const CONDITIONAL = [
  'no-system', 'no-stream-options', 'no-max-tokens', 'no-vision', 'no-image-url', 'no-claude-part', 'text-only', 'image-too-large', 'payload-too-large',
  'no-json-schema', 'no-response-format', 'no-temperature', 'no-voice', 'no-format', 'old-aura-only', 'new-aura-only',
] as const;

/** Ways in which a successful answer is odd or breaks. See `stream-answer.ts`. */
const ODDITIES = [
  'json', 'json-error', 'created', 'html', 'empty-body', 'no-done', 'no-finish', 'drop', 'refuse-connection', 'no-answer', 'silence', 'stall',
  'error-in-stream', 'flat-error-in-stream', 'error-event', 'broken-json', 'empty-answer', 'reasoning-only', 'filtered', 'filtered-empty', 'length', 'qwen',
  'openrouter', 'claude', 'think-tag', 'comments', 'crlf', 'hold-open',
] as const;

export const FAULTS = [...REFUSALS, ...CONDITIONAL, ...ODDITIES] as const;
export type FaultName = (typeof FAULTS)[number];
export type Refusal = (typeof REFUSALS)[number];

/**
 * The behaviour that a model id asks for: `test/rate=200,tokens=8000`, `test/fault=drop,split=3`, `test/reply=data-url,audio=mp3`. Words without `=`
 * only name the model, so that `test/guard=keyword,llama-guard-3-8b` is a classifier. Any other id means an ordinary answer.
 */
export function readModelId(model: string): Behaviour {
  if (!model.startsWith('test/')) return {};
  const behaviour: Behaviour = {};
  for (const pair of model.slice('test/'.length).split(',')) {
    const [name, value = ''] = pair.split('=');
    if (name === 'fault' && isFault(value)) behaviour.fault = value;
    else if (name === 'reply' && isReply(value)) behaviour.reply = value;
    else if (name === 'guard' && isGuardReply(value)) behaviour.guard = value;
    else if (name === 'audio' && (value === 'wav' || value === 'mp3')) behaviour.audio = value;
    else if (name === 'rate' || name === 'first' || name === 'tokens' || name === 'split') behaviour[name] = Number(value);
  }
  return behaviour;
}

function isFault(name: string): name is FaultName {
  return (FAULTS as readonly string[]).includes(name);
}

function isReply(name: string): name is SpeechReply {
  return (SPEECH_REPLIES as readonly string[]).includes(name);
}

function isGuardReply(name: string): name is GuardReply {
  return (GUARD_REPLIES as readonly string[]).includes(name);
}
