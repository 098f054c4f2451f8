import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FAULTS, readModelId } from './behaviour';
import { GUARD_REPLIES } from './guard';
import { createServer, type TestServer } from './server';
import { MS_PER_CHARACTER, toneSamples } from './speak-tone';
import { SPEECH_REPLIES } from './speech';
import { toTokens, writeTokens } from './write-answer';

let server: TestServer;
beforeEach(async () => {
  server = await createServer();
});
afterEach(() => server.close());

function post(body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { authorization: 'Bearer test-key', 'content-type': 'application/json' };
  return fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual', ...(signal ? { signal } : {}) });
}

const chat = (model: string, more: object = {}) => ({ model, stream: true, messages: [{ role: 'user', content: 'Say something about lighthouses, please do.' }], ...more });

test('every fault can be asked for by a model id', () => {
  for (const fault of FAULTS) expect(readModelId(`test/fault=${fault}`)).toEqual({ fault });
  for (const guard of GUARD_REPLIES) expect(readModelId(`test/guard=${guard},llama-guard-3-8b`)).toEqual({ guard });
  for (const reply of SPEECH_REPLIES) expect(readModelId(`test/reply=${reply},audio=mp3`)).toEqual({ reply, audio: 'mp3' });
  expect(readModelId('test/rate=200,tokens=8000,first=10,split=3')).toEqual({ rate: 200, tokens: 8_000, first: 10, split: 3 });
  expect(readModelId('gpt-4o-mini')).toEqual({});
});

test('tokens are counted exactly and join to the text', async () => {
  expect(toTokens('Ein  Haus\nim Wald – 漢字 🎉\n').join('')).toBe('Ein  Haus\nim Wald – 漢字 🎉\n');
  expect(writeTokens(1_234)).toHaveLength(1_234);
  const text = await (await post(chat('test/tokens=1234'))).text();
  expect(text.match(/"content":"[^"]/g)).toHaveLength(1_234);
  expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
});

test('an answer is the same however it is cut, and every time', async () => {
  const whole = await (await post(chat('test/tokens=200'))).text();
  const cut = await (await post(chat('test/tokens=200,split=5'))).text();
  expect(cut.replaceAll(',split=5', '')).toBe(whole);
});

test('characters are cut in the middle', async () => {
  const body = (await post(chat('test/tokens=10,split=1'))).body;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let broken = 0;
  for await (const chunk of body ?? []) {
    try {
      decoder.decode(chunk);
    } catch {
      broken++;
    }
  }
  expect(broken).toBeGreaterThan(0);
});

test('pages of an extension may call it', async () => {
  const preflight = await fetch(`${server.baseUrl}/chat/completions`, { method: 'OPTIONS', headers: { origin: 'chrome-extension://x' } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(server.requests).toHaveLength(0);
});

test('the catalogue tells more when asked', async () => {
  const first = async (query: string) => ((await (await fetch(`${server.url}/models${query}`)).json()) as { data: object[] }).data[0];
  expect(await first('')).not.toHaveProperty('pricing');
  expect(await first('?include=all')).toHaveProperty('pricing.kind', 'fixed');
  expect(await first('?include=modalities,nonsense')).toHaveProperty('modalities.input', ['image', 'text']);
});

test('records what was sent and whether it was heard to the end', async () => {
  await (await post(chat('gpt-4o-mini'))).text();
  const controller = new AbortController();
  const response = await post(chat('test/tokens=100000,rate=100'), controller.signal);
  await response.body?.getReader().read();
  controller.abort();
  const [first, second] = server.chats();
  await Promise.all([first?.closed, second?.closed]);
  expect([first?.aborted, second?.aborted]).toEqual([false, true]);
  expect(first?.body).toMatchObject({ model: 'gpt-4o-mini' });
  expect(first?.headers.authorization).toBe('Bearer test-key');
});

test('tells requests for a verdict from those of tasks', async () => {
  const verdict = { type: 'json_schema', json_schema: { name: 'guard_verdict', schema: {} } };
  await (await post(chat('gpt-4o-mini'))).text();
  const replies = await Promise.all([
    post(chat('gpt-4o-mini', { response_format: verdict })),
    post(chat('llama-guard3:8b', { stream: false, messages: [{ role: 'user', content: 'DOCENT-UNSAFE-S10 and DOCENT-UNSAFE' }] })),
    post(chat('test/guard=safe', { stream: false })),
  ]);
  const [, classifier, prompted] = await Promise.all(replies.map((reply) => reply.text()));
  expect(classifier).toContain('unsafe\\nS10,S1');
  expect(prompted).toContain('safe');
  expect(server.tasks()).toHaveLength(1);
  expect(server.guards()).toHaveLength(3);
});

test('sends a megabyte', async () => {
  server.script({ text: 'word '.repeat(210_000) });
  const text = await (await post(chat('gpt-4o-mini', { stream: false }))).json() as { choices: { message: { content: string } }[] };
  expect(text.choices[0]?.message.content).toHaveLength(1_050_000);
});

test('runs as a process of its own', async () => {
  const child = spawn(process.execPath, ['test/server/main.ts', '--port', '0', '--no-key'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const reply = await fetch(`${line.toString().trim()}/models`);
    expect(((await reply.json()) as { data: unknown[] }).data.length).toBeGreaterThan(3);
  } finally {
    child.kill();
  }
});

test('speech is as long as its text, comes by a link to another host, and is recorded in order', async () => {
  const headers = { authorization: 'Bearer test-key', 'content-type': 'application/json' };
  const speak = (text: string) => fetch(`${server.baseUrl}/tts`, { method: 'POST', headers, body: JSON.stringify({ model: 'test/first=50', text }) });
  const start = performance.now();
  const [reply] = await Promise.all([speak('One two three.'), speak('Four.')]);
  expect(performance.now() - start).toBeGreaterThanOrEqual(49);
  const { audio } = (await reply.json()) as { audio: { url: string } };
  expect(new URL(audio.url).host).toBe(`localhost:${server.port}`);
  const wav = await (await fetch(audio.url)).arrayBuffer();
  expect(wav.byteLength - 44).toBe(toneSamples('One two three.') * 2);
  expect(toneSamples('x')).toBe((MS_PER_CHARACTER * 24_000) / 1_000);
  expect(server.speeches().map(({ body }) => (body as { text: string }).text).sort()).toEqual(['Four.', 'One two three.']);
  expect(server.speeches().every(({ at }) => at >= start)).toBe(true);
  expect(server.downloads()).toHaveLength(1);
  expect((await fetch(`${server.url}/generations/99.wav`)).status).toBe(404);
});
