import { beforeEach, describe, expect, test } from 'vitest';
import type { SpeechRequest } from '~/lib/api/speech/build-body';
import { synthesizeSpeech, type SpeechAudio } from '~/lib/api/speech/synthesize-speech';
import type { CallOptions } from '~/lib/api/types';
import { parseWav } from '~/lib/audio/wav';
import type { AppErrorData } from '~/lib/shared/app-error';
import type { Behaviour } from '../server/behaviour';
import type { TestServer } from '../server/server';
import { speakTone } from '../server/speak-tone';
import type { SpeechReply } from '../server/speech';
import { KEY, speakAt, start, TEXT } from './speech-rig';

let server: TestServer;
beforeEach(async () => {
  server = await start();
});

const speak = (request: Partial<SpeechRequest> = {}, options: CallOptions = {}) => speakAt(server, request, options);

/** The samples are those of the whole text. */
function expectTone(audio: SpeechAudio | undefined): void {
  const data = audio && parseWav(audio.bytes)?.data;
  expect(Buffer.from(data ?? []).equals(Buffer.from(speakTone(TEXT).buffer))).toBe(true);
}

const replying = (reply: SpeechReply, more: Partial<Behaviour> = {}): Partial<SpeechRequest> => {
  server.script({ reply, audio: 'wav', ...more });
  return {};
};

describe('a reply', () => {
  test.each<SpeechReply>(['bytes', 'json-object', 'json-string', 'data-url', 'base64', 'created', 'streamed-wav', 'other-type', 'raw', 'credits', 'link-late', 'link-drop', 'link-slow'])(
    'as %s gives the sound, whole',
    async (reply) => {
      const { audio, error } = await speak(replying(reply));
      expect(error).toBeUndefined();
      expect(audio).toMatchObject({ kind: 'wav', mediaType: 'audio/wav', seconds: expect.closeTo(TEXT.length * 0.055, 6) as number });
      expectTone(audio);
      expect(server.speeches()).toHaveLength(1);
    },
  );

  test('is MP3 where the model offers it', async () => {
    const { audio } = await speak();
    expect(audio).toMatchObject({ kind: 'mp3', mediaType: 'audio/mpeg' });
    expect(audio?.seconds).toBeGreaterThan(TEXT.length * 0.055);
    expect(audio?.seconds).toBeLessThan(TEXT.length * 0.055 + 0.2);
  });

  test('tells its cost in dollars or credits, and the characters', async () => {
    expect((await speak()).audio?.usage).toEqual({ usd: expect.closeTo(TEXT.length * 0.000_006_5, 9) as number, characters: TEXT.length });
    expect((await speak(replying('credits'))).audio?.usage).toEqual({ usd: expect.closeTo((TEXT.length * 13) / 2_000_000, 9) as number });
    expect((await speak(replying('bytes'))).audio?.usage).toEqual({});
  });

  test.each<[SpeechReply, Partial<AppErrorData>]>([
    ['zero-length', { code: 'empty-answer', reason: 'silent-audio' }],
    ['empty-wav', { code: 'empty-answer', reason: 'silent-audio' }],
    ['link-zero', { code: 'empty-answer', reason: 'silent-audio' }],
    ['wrong-type', { code: 'bad-response', reason: 'no-audio', detail: 'Sign in' }],
    ['picture', { code: 'bad-response', reason: 'no-audio' }],
    ['json-nothing', { code: 'bad-response', reason: 'no-audio' }],
    ['link-404', { code: 'audio-failed', status: 404 }],
  ])('as %s is an error that says so', async (reply, expected) => {
    const { error } = await speak(replying(reply));
    expect(error).toMatchObject({ ...expected, model: 'inworld/tts-1-5-mini' });
    expect(error?.host).toBe(reply === 'link-404' ? `localhost:${server.port}` : `127.0.0.1:${server.port}`);
    expect(error?.detail ?? '').not.toContain('\ufffd');
  });

  test('that is an error inside a success is tried again, then told', async () => {
    server.script({ reply: 'json-error' }, { reply: 'json-error' }, { reply: 'json-error' });
    expect((await speak()).error).toMatchObject({ code: 'server-error', detail: 'The voice engine crashed' });
    expect(server.speeches()).toHaveLength(3);
  });

  test('that is cut in the middle is asked for again', async () => {
    server.script({ reply: 'cut', audio: 'wav' }, { reply: 'bytes', audio: 'wav' });
    expectTone((await speak()).audio);
    expect(server.speeches()).toHaveLength(2);
  });
});

describe('a link', () => {
  test('is fetched without the key, cookies or referrer, at once and only once', async () => {
    await speak();
    const [download] = server.downloads();
    expect(server.downloads()).toHaveLength(1);
    expect(download?.headers.authorization).toBeUndefined();
    expect(download?.headers.referer).toBeUndefined();
    expect(JSON.stringify(download?.headers)).not.toContain(KEY);
    expect(download?.query).toBe('?Expires=1790000000&Signature=abc');
  });

  test('that nobody answers names the origin whose permission may be missing, after https was tried too', async () => {
    const asked: string[] = [];
    const impl: typeof fetch = (input, init) => {
      const url = String(input);
      if (!url.startsWith(server.baseUrl)) {
        asked.push(url);
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return fetch(input, init);
    };
    const { error } = await speak({}, { fetch: impl });
    expect(error).toMatchObject({ code: 'audio-failed', origin: `http://localhost:${server.port}`, host: `localhost:${server.port}` });
    expect(asked.map((url) => url.split('//')[0])).toEqual(['http:', 'https:']);
  });

  test('over http is taken over https where only that works', async () => {
    const impl: typeof fetch = (input, init) => {
      const url = String(input);
      if (url.startsWith(server.baseUrl)) return fetch(input, init);
      return url.startsWith('https:') ? fetch(url.replace('https:', 'http:'), init) : Promise.reject(new TypeError('Failed to fetch'));
    };
    expect((await speak({}, { fetch: impl })).audio?.kind).toBe('mp3');
  });

  test('of a public server into a private network is not followed', async () => {
    const asked: string[] = [];
    const impl: typeof fetch = (input) => {
      asked.push(String(input));
      return Promise.resolve(Response.json({ audio: { url: 'http://192.168.1.1/reboot' } }));
    };
    const call = synthesizeSpeech({ baseUrl: 'https://api.aimlapi.com/v1', key: KEY }, { model: 'openai/tts-1', text: TEXT }, { fetch: impl });
    await expect(call).rejects.toMatchObject({ data: { code: 'bad-response', host: 'api.aimlapi.com' } });
    expect(asked).toEqual(['https://api.aimlapi.com/v1/tts']);
  });

  test('to more than 50 MB is given up', async () => {
    const impl: typeof fetch = (input, init) =>
      String(input).startsWith(server.baseUrl) ? fetch(input, init) : Promise.resolve(new Response('RIFF', { headers: { 'content-length': '60000000' } }));
    expect((await speak({}, { fetch: impl })).error).toMatchObject({ code: 'bad-response', detail: 'The audio is larger than 50 MB.' });
  });
});

describe('a refusal', () => {
  test.each<[Behaviour['fault'] & string, AppErrorData['code']]>([
    ['bad-key', 'bad-key'], ['no-credits', 'no-credits'], ['unknown-model', 'model-unknown'], ['key-scope', 'bad-key'], ['maintenance', 'model-unavailable'], ['validation', 'request-refused'],
  ])('%s is %s, and not repeated', async (fault, code) => {
    server.script({ fault });
    expect((await speak()).error).toMatchObject({ code, model: 'inworld/tts-1-5-mini' });
    expect(server.speeches()).toHaveLength(1);
  });

  test.each<Behaviour['fault'] & string>(['server-error', 'rate-limited', 'bad-gateway', 'refuse-connection'])('%s in the middle is tried again', async (fault) => {
    server.script({ fault });
    expect((await speak()).audio?.kind).toBe('mp3');
    expect(server.speeches()).toHaveLength(2);
  });

  test('that lasts is given up after three attempts', async () => {
    server.script({ fault: 'server-error' }, { fault: 'server-error' }, { fault: 'server-error' });
    expect((await speak()).error).toMatchObject({ code: 'server-error', status: 500 });
    expect(server.speeches()).toHaveLength(3);
  });

  test('of the voice says that it is the voice', async () => {
    server.script({ fault: 'no-voice' });
    expect((await speak({ voice: 'Gone' })).error).toMatchObject({ code: 'voice-unknown', model: 'inworld/tts-1-5-mini', detail: expect.stringContaining("received 'Gone'") as string });
  });

  test('of the format is met once: the request goes without it from then on', async () => {
    server.script({ fault: 'no-format' });
    expect((await speak()).audio?.kind).toBe('wav');
    expect((await speak()).audio?.kind).toBe('wav');
    expect(server.speeches().map(({ body }) => (body as { format?: string }).format)).toEqual(['mp3', undefined, undefined]);
  });

  test('never shows the key', async () => {
    server.script({ fault: 'echo-key' });
    expect(JSON.stringify((await speak()).error)).not.toContain(KEY);
  });

  test.each<[string, string | undefined, Behaviour['fault'] & string, string]>([
    ['deepgram/aura', 'zeus', 'old-aura-only', '#g1_aura-zeus-en'],
    ['#g1_aura-zeus-en', undefined, 'new-aura-only', 'deepgram/aura'],
  ])("of one of Deepgram's names leads to the other, which is then remembered: %s", async (model, voice, fault, accepted) => {
    const one = await start({ behaviour: { fault } });
    for (let i = 0; i < 2; i++) expect((await speakAt(one, { model, voice })).audio?.kind).toBe('mp3');
    expect(one.speeches().map(({ body }) => (body as { model: string }).model)).toEqual([model, accepted, accepted]);
  });
});

describe('time', () => {
  test('a server that does not answer is given up', async () => {
    server.script({ fault: 'no-answer' });
    expect((await speak({}, { firstByteTimeout: 100 })).error?.code).toBe('timeout');
  });

  test('cancelling closes the connection', async () => {
    const controller = new AbortController();
    server.script({ fault: 'no-answer' });
    const speaking = speak({}, { signal: controller.signal });
    const request = await server.received(0);
    controller.abort();
    expect((await speaking).error?.code).toBe('cancelled');
    await request.closed;
    expect(request.aborted).toBe(true);
  });

  test('cancelling ends a download too', async () => {
    const controller = new AbortController();
    replying('link-slow');
    const speaking = speak({}, { signal: controller.signal });
    await server.received(1);
    controller.abort();
    expect((await speaking).error?.code).toBe('cancelled');
  });
});
