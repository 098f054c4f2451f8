import OpenAI from 'openai';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePicture } from './picture-files';
import { createServer, type TestServer } from './server';
import { toneSamples } from './speak-tone';

let server: TestServer;
beforeEach(async () => {
  server = await createServer();
});
afterEach(() => server.close());

const messages = [{ role: 'user' as const, content: 'The lighthouse of Alexandria was one of the seven wonders. It fell.' }];

test('the official client streams an answer with usage from the stand-in', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key' });
  const stream = await client.chat.completions.create({ model: 'gpt-4o-mini', messages, stream: true, stream_options: { include_usage: true } });
  let text = '';
  let finish: string | null | undefined;
  let tokens = 0;
  // The cost frame has no `choices` (contract section 4.7), which the client's types do not know.
  for await (const chunk of stream as AsyncIterable<Partial<OpenAI.ChatCompletionChunk>>) {
    text += chunk.choices?.[0]?.delta.content ?? '';
    finish = chunk.choices?.[0]?.finish_reason ?? finish;
    tokens = chunk.usage?.completion_tokens ?? tokens;
  }
  expect(text).toContain('The lighthouse of Alexandria was one of the seven wonders.');
  expect(finish).toBe('stop');
  expect(tokens).toBeGreaterThan(20);
});

test('the official client reads a whole completion and the model list', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key' });
  const completion = await client.chat.completions.create({ model: 'gpt-4o-mini', messages });
  expect(completion.choices[0]?.message.content).toContain('## Key points');
  const ids: string[] = [];
  for await (const model of client.models.list()) ids.push(model.id);
  expect(ids).toContain('google/gemini-3-1-flash-lite');
});

test('the official client gets speech from the stand-in', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key' });
  const speech = await client.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'A sentence.', response_format: 'wav' });
  expect(speech.headers.get('content-type')).toBe('audio/wav');
  expect((await speech.arrayBuffer()).byteLength).toBe(44 + toneSamples('A sentence.') * 2);
});

test('the official client understands how the stand-in refuses', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'wrong', maxRetries: 0 });
  await expect(client.chat.completions.create({ model: 'gpt-4o-mini', messages })).rejects.toThrow(OpenAI.AuthenticationError);
});

test('the official client sees a stream that breaks off', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key', maxRetries: 0 });
  const stream = await client.chat.completions.create({ model: 'test/fault=drop', messages, stream: true });
  await expect(async () => {
    for await (const chunk of stream) expect(chunk.object).toBe('chat.completion.chunk');
  }).rejects.toThrow();
});

test('the official client sends pictures that the stand-in sees', async () => {
  const client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key' });
  const url = `data:image/webp;base64,${(await makePicture('#1428dc', { format: 'webp' })).toString('base64')}`;
  const content: OpenAI.ChatCompletionContentPart[] = [{ type: 'text', text: 'What is this?' }, { type: 'image_url', image_url: { url, detail: 'low' } }];
  const completion = await client.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }] });
  expect(completion.choices[0]?.message.content).toBe('A blue WEBP of 64 x 48 pixels.');
  expect(completion.usage?.prompt_tokens).toBeGreaterThan(1_000);
  const refused = client.chat.completions.create({ model: 'test/fault=no-vision', messages: [{ role: 'user', content }] });
  await expect(refused).rejects.toThrow(OpenAI.BadRequestError);
});
