import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { listModels } from '~/lib/api/list-models';
import { parseModels } from '~/lib/api/parse-models';
import { listVoices, parseVoices } from '~/lib/api/speech/list-voices';
import { synthesizeSpeech } from '~/lib/api/speech/synthesize-speech';
import type { TestServer } from '../server/server';
import { closeLater, KEY, speakAt, start, TEXT } from './speech-rig';

let server: TestServer;
beforeEach(async () => {
  server = await start();
});

describe('a server of another kind', () => {
  test("without /tts is asked at OpenAI's route, and from then on only there", async () => {
    const one = await start({ speech: ['/audio/speech'], keys: [] });
    for (let i = 0; i < 2; i++) expect((await speakAt(one, { model: 'kokoro', voice: 'af_heart' })).audio?.kind).toBe('mp3');
    expect(one.requests.map(({ path }) => path)).toEqual(['/v1/tts', '/v1/audio/speech', '/v1/audio/speech']);
    expect(one.requests.at(-1)?.body).toEqual({ model: 'kokoro', input: TEXT, voice: 'af_heart', response_format: 'mp3' });
  });

  test('without either has no voices', async () => {
    const one = await start({ speech: [] });
    expect((await speakAt(one)).error).toMatchObject({ code: 'speech-unsupported', host: `127.0.0.1:${one.port}` });
  });

  test.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1/audio/speech'],
    ['https://api.aimlapi.com/v1', 'https://api.aimlapi.com/v1/tts'],
  ])('%s is asked at its own route only', async (baseUrl, url) => {
    const asked: string[] = [];
    const impl: typeof fetch = (input) => {
      asked.push(String(input));
      return Promise.resolve(Response.json({ message: 'Cannot POST' }, { status: 404 }));
    };
    await expect(synthesizeSpeech({ baseUrl }, { model: 'tts-1', text: TEXT }, { fetch: impl })).rejects.toMatchObject({ code: 'speech-unsupported' });
    expect(asked).toEqual([url]);
  });

  test("is understood in Kokoro-FastAPI's way of refusing", async () => {
    const detail = { error: 'validation_error', message: "Voice 'xx' not found. Available voices: af_heart", type: 'invalid_request_error' };
    const one = closeLater(createHttpServer((_, response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ detail }))));
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
    const call = synthesizeSpeech({ baseUrl: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1` }, { model: 'kokoro', text: TEXT, voice: 'xx' });
    await expect(call).rejects.toMatchObject({ data: { code: 'voice-unknown', detail: detail.message } });
  });
});

describe('voices', () => {
  test('of AI/ML API come from the table, without asking', async () => {
    const voices = await listVoices({ baseUrl: 'https://api.aimlapi.com/v1' }, 'deepgram/aura-2', { fetch: () => Promise.reject(new Error('asked')) });
    expect(voices[0]).toEqual({ id: 'thalia', name: 'Thalia', languages: ['en'] });
  });

  test("of a local server come from its list, else from the model's family", async () => {
    expect(await listVoices({ baseUrl: server.baseUrl }, 'kokoro')).toEqual([
      { id: 'af_heart', name: 'af_heart', languages: ['en-US'] },
      { id: 'bm_george', name: 'bm_george', languages: ['en-GB'] },
    ]);
    const without = await start({ speech: ['/tts'] });
    expect((await listVoices({ baseUrl: without.baseUrl }, 'tts-1'))[0]?.id).toBe('alloy');
    expect(await listVoices({ baseUrl: without.baseUrl }, 'piper')).toEqual([]);
  });

  test('are read in every shape', () => {
    expect(parseVoices({ data: [{ voice_id: 'n', name: 'Narrator', language: 'en_GB' }] })).toEqual([{ id: 'n', name: 'Narrator', languages: ['en-GB'] }]);
    expect(parseVoices([{ id: 'a', name: 'A', locale: 'not a tag' }, { id: 'a' }, 7, null])).toEqual([{ id: 'a', name: 'A', languages: [] }]);
    expect(parseVoices({ error: 'no' })).toEqual([]);
  });
});

test('the list of a server tells which models speak', async () => {
  const list = await listModels({ baseUrl: server.baseUrl, key: KEY });
  const speaking = list === 'not-modified' ? [] : list.models.filter(({ speech }) => speech);
  expect(speaking.map(({ id, chat, speechPrice }) => ({ id, chat, speechPrice }))).toEqual([
    { id: 'inworld/tts-1-5-mini', chat: false, speechPrice: 6.5 },
    { id: 'openai/gpt-4o-mini-tts', chat: false, speechPrice: undefined },
    { id: 'deepgram/aura-2', chat: false, speechPrice: undefined },
  ]);
  const told = [
    { id: 'x/voice', type: 'openai/text-to-speech', pricing: { kind: 'fixed', units: [{ name: 'character', price: 15, per: 1_000_000 }] } },
    { id: 'x/hears', type: 'internal/stt' },
    { id: 'hexgrad/kokoro-82m', architecture: { output_modalities: ['speech'] } },
    { id: 'x/tts-notes', architecture: { output_modalities: ['text'] } },
  ];
  expect(parseModels({ data: told })?.map(({ speech, speechPrice }) => [speech, speechPrice])).toEqual([[true, 15], [undefined, undefined], [true, undefined], [undefined, undefined]]);
});
