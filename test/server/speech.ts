import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from './behaviour.ts';
import type { Refused } from './refusals.ts';
import { speakTone, toMp3, toWav } from './speak-tone.ts';

/** How speech comes back: every kind of contract section 7.1, and every way in which it goes wrong. */
export const SPEECH_REPLIES = [
  'bytes', 'json-object', 'json-string', 'data-url', 'base64', 'created', 'streamed-wav', 'other-type', 'raw', 'credits',
  'zero-length', 'empty-wav', 'wrong-type', 'picture', 'json-error', 'json-nothing', 'link-404', 'link-late', 'link-drop', 'link-zero', 'link-slow', 'cut',
] as const;
export type SpeechReply = (typeof SPEECH_REPLIES)[number];

interface SpeechBody {
  model: string;
  text?: string;
  script?: string;
  input?: string;
  [field: string]: unknown;
}

/** A file that a reply linked to. */
export interface SpeechFile {
  bytes: Buffer;
  type: string;
  reply: SpeechReply;
  /** How often it was asked for. */
  asked: number;
}

/** The text of a request to `/tts`, or (`isOpenAi`) to `/audio/speech`; `undefined`: not a valid one. */
export function spokenText(body: unknown, isOpenAi: boolean): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { model, text, script, input } = body as SpeechBody;
  const said = isOpenAi ? input : (text ?? script?.replace(/^Speaker \d: /, ''));
  return typeof model === 'string' && typeof said === 'string' && said.length > 0 ? said : undefined;
}

/** Whether a request asks for MP3, in whatever field its family has for it. */
function wantsMp3(body: SpeechBody): boolean {
  return ['response_format', 'format', 'output_format', 'encoding', 'audio_setting', 'audio_config'].some((name) => /mp3/.test(JSON.stringify(body[name] ?? '')));
}

/**
 * Answers one request for speech with a tone. Links lead to `origin`, where `serveFile` finds them in `files`.
 * Without a wish of `behaviour`, models that stream (Deepgram, ElevenLabs) and OpenAI's route get the sound itself, others a link.
 */
export async function sendSpeech(body: unknown, text: string, behaviour: Behaviour, origin: string, files: Map<string, SpeechFile>, response: ServerResponse): Promise<void> {
  const request = body as SpeechBody;
  const isMp3 = behaviour.audio ? behaviour.audio === 'mp3' : wantsMp3(request);
  const tone = speakTone(text);
  const bytes = isMp3 ? toMp3(tone) : toWav(tone);
  const type = isMp3 ? 'audio/mpeg' : 'audio/wav';
  const streams = /^(?:deepgram|elevenlabs|#g1)/.test(request.model) || request.input !== undefined;
  const reply = behaviour.reply ?? (streams ? 'bytes' : 'json-object');
  const usage = { usage: { credits_used: text.length * 13, ...(reply === 'credits' ? {} : { usd_spent: text.length * 0.000_006_5 }) } };
  const json = (value: object, status = 200): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const link = (): string => {
    const path = `/generations/${files.size}.${isMp3 ? 'mp3' : 'wav'}`;
    files.set(path, { bytes, type, reply, asked: 0 });
    return `${origin}${path}?Expires=1790000000&Signature=abc`;
  };
  const send = (content: Buffer, contentType = type, status = 200): void => void response.writeHead(status, { 'content-type': contentType }).end(content);
  const answers: Record<SpeechReply, () => void | Promise<void>> = {
    bytes: () => send(bytes),
    created: () => send(bytes, type, 201),
    'streamed-wav': () => send(toWav(tone, 0xffff_ffff)),
    'other-type': () => send(bytes, 'application/json'),
    raw: () => send(Buffer.from(tone.buffer), 'audio/L16;rate=24000'),
    'json-object': () => json({ audio: { url: link() }, usage: { characters: text.length }, meta: usage }, 201),
    credits: () => json({ audio: { url: link() }, meta: usage }),
    'json-string': () => json({ audio: link(), meta: usage }),
    'data-url': () => json({ audio: { url: `data:${type};base64,${bytes.toString('base64')}` }, meta: usage }),
    base64: () => json({ audio: bytes.toString('base64') }),
    'zero-length': () => send(Buffer.alloc(0)),
    'empty-wav': () => send(toWav(new Int16Array())),
    'wrong-type': () => send(Buffer.from('<html><title>Sign in</title></html>')),
    picture: () => send(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'audio/wav'),
    'json-error': () => json({ error: { message: 'The voice engine crashed', code: 500 } }),
    'json-nothing': () => json({ audio: null, meta: usage }),
    'link-404': () => json({ audio: { url: link() } }),
    'link-late': () => json({ audio: { url: link() } }),
    'link-drop': () => json({ audio: { url: link() } }),
    'link-zero': () => json({ audio: { url: link() } }),
    'link-slow': () => json({ audio: { url: link() } }),
    cut: async () => {
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2));
      // What was written must leave first: the reader is to see half a file, not none.
      await sleep(20);
      response.socket?.destroy();
    },
  };
  await answers[reply]();
}

/** Sends a file that was linked to, or what its reply wished to happen in its place. */
export async function serveFile(file: SpeechFile, response: ServerResponse): Promise<void> {
  const { bytes, type, reply } = file;
  const isFirst = ++file.asked === 1;
  if (reply === 'link-404' || (reply === 'link-late' && isFirst)) response.writeHead(404, { 'content-type': 'text/html' }).end('<html><title>Expired</title></html>');
  else if (reply === 'link-zero') response.writeHead(200, { 'content-type': type }).end();
  else {
    if (reply === 'link-slow') await sleep(400);
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
    if (reply !== 'link-drop' || !isFirst) return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2));
    await sleep(20);
    response.socket?.destroy();
  }
}

/** Refusals that only speech has. `undefined`: this request is fine. */
export function refuseSpeech(fault: string, body: unknown): Refused | undefined {
  const { voice } = body as SpeechBody;
  const fields = Object.keys(body as object);
  const flat = (status: number, message: string): Refused => ({ status, body: { message, statusCode: status, path: '/v1/tts' } });
  if (fault === 'no-voice' && voice !== undefined) return flat(400, `Body validation error:\nvoice: Invalid enum value. Expected 'Alex' | 'Ashley', received '${String(voice)}'`);
  const named = fields.find((name) => fault === 'no-format' && /format|encoding|audio_setting/.test(name));
  if (named) return flat(400, `Body validation error:\n${named}: Unrecognized key(s) in object`);
  if (fault === 'old-aura-only' && !String((body as SpeechBody).model).startsWith('#')) return flat(400, "Body validation error:\nmodel: Invalid enum value. Expected '#g1_aura-zeus-en', received 'deepgram/aura'");
  if (fault === 'new-aura-only' && String((body as SpeechBody).model).startsWith('#')) return flat(404, 'Model not found');
  return undefined;
}
