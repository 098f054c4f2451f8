import { sniffAudio } from '~/lib/audio/sniff-audio';
import { writeWav } from '~/lib/audio/wav';
import { AppError } from '~/lib/shared/app-error';
import { parseUrl } from '~/lib/shared/url';
import { z } from '~/lib/shared/zod';
import { toUsd } from '../chunk';
import { findError, parseJson, readErrorText, type ErrorText } from '../read-error-text';

/** What a request cost, as far as the server tells. */
export interface SpeechUsage {
  usd?: number;
  characters?: number;
}

/** What came back, whichever way. */
export type SpeechReply =
  | { type: 'audio'; bytes: Uint8Array<ArrayBuffer>; usage: SpeechUsage }
  | { type: 'link'; url: string; usage: SpeechUsage }
  /** An error inside a success. */
  | { type: 'error'; error: ErrorText };

/** One US dollar in AI/ML API's credits (contract section 1). */
const CREDITS = 2_000_000;

const text = z.catch(z.nullish(z.string()), undefined);
const amount = z.catch(z.nullish(z.union([z.number(), z.string()])), undefined);
const Place = z.looseObject({ url: text, data: text, base64: text, b64_json: text, audio: text, content: text });
const place = z.catch(z.nullish(z.union([z.string(), Place])), undefined);

/** Schema and samples of AI/ML API disagree about `audio` (contract section 7.1); the other names are other servers'. */
const Body = z.looseObject({
  audio: place,
  audio_file: place,
  audio_url: place,
  audio_base64: text,
  output: place,
  url: text,
  data: place,
  usage: z.catch(z.nullish(z.looseObject({ characters: z.catch(z.nullish(z.number()), undefined) })), undefined),
  meta: z.catch(z.nullish(z.looseObject({ usage: z.catch(z.nullish(z.looseObject({ usd_spent: amount, credits_used: amount })), undefined) })), undefined),
});
type Body = z.infer<typeof Body>;

/**
 * Reads a successful reply (contract section 7.1): the sound itself, or JSON with a link, a data URL or base64. Decided by
 * the bytes, since content types lie both ways. Whether bytes called `audio` are sound is for `checkAudio` to say.
 *
 * @throws AppError `bad-response` (`no-audio`) for anything else.
 */
export function readSpeechReply(bytes: Uint8Array<ArrayBuffer>, headers: Headers): SpeechReply {
  const charged = toUsage({}, headers);
  if (bytes.length === 0 || sniffAudio(bytes)) return { type: 'audio', bytes, usage: charged };
  const type = headers.get('content-type') ?? '';
  const rate = rawRate(type);
  if (rate) return { type: 'audio', bytes: writeWav({ encoding: 1, channels: 1, sampleRate: rate, bitsPerSample: 16 }, bytes), usage: charged };
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (!/^["{[]/.test(start)) throw refuse(bytes);
  return readJson(parseJson(new TextDecoder().decode(bytes)), bytes, headers);
}

function readJson(json: unknown, bytes: Uint8Array, headers: Headers): SpeechReply {
  const item: unknown = Array.isArray(json) ? json[0] : json;
  const body = Body.safeParse(typeof item === 'string' ? { audio: item } : item).data;
  const usage = toUsage(body ?? {}, headers);
  for (const value of body ? candidates(body) : []) {
    const url = parseUrl(value);
    if (url?.protocol === 'http:' || url?.protocol === 'https:') return { type: 'link', url: url.href, usage };
    const decoded = decodeBase64(value.replace(/^data:[^,]*,/, ''));
    if (decoded) return { type: 'audio', bytes: decoded, usage };
  }
  const error = findError(item);
  if (error) return { type: 'error', error };
  throw refuse(bytes);
}

/** Everything that may be the sound, the likeliest first. */
function candidates(body: Body): string[] {
  const places = [body.audio, body.audio_file, body.audio_url, body.audio_base64, body.output, body.url, body.data];
  return places
    .flatMap((found) => (typeof found === 'object' && found !== null ? [found.url, found.data, found.base64, found.b64_json, found.audio, found.content] : [found]))
    .filter((value): value is string => typeof value === 'string' && value.length > 0);
}

function decodeBase64(value: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function toUsage({ meta, usage }: Partial<Body>, headers: Headers): SpeechUsage {
  const credits = toUsd(meta?.usage?.credits_used);
  const usd = toUsd(meta?.usage?.usd_spent) ?? (credits === undefined ? toUsd(headers.get('x-aimlapi-usd-spent')) : credits / CREDITS);
  const characters = usage?.characters ?? undefined;
  return { ...(usd === undefined ? {} : { usd }), ...(characters === undefined ? {} : { characters }) };
}

/** Samples a second of headerless 16-bit sound (`audio/pcm`, `audio/L16;rate=24000`); 24,000 is what OpenAI sends. */
function rawRate(contentType: string): number | undefined {
  if (!/^audio\/(?:pcm|l16|raw)\b/i.test(contentType)) return undefined;
  return Number(/rate=(\d+)/.exec(contentType)?.[1] ?? 24_000);
}

/** The words of a page or a complaint help; the bytes of a picture do not. */
function refuse(bytes: Uint8Array): AppError {
  const words = new TextDecoder().decode(bytes.subarray(0, 2_000));
  const isText = !/[\u0000-\u0008\ufffd]/.test(words.slice(0, 200));
  return new AppError('bad-response', { reason: 'no-audio', ...(isText ? { detail: readErrorText(words, '').message } : {}) });
}
