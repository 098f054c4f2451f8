import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adapt, buildBody, foldSystem, initialAdaptation } from '~/lib/api/adapt-request';
import { createServer, type TestServer } from '../server/server';
import { ask, MESSAGES } from './collect';

let server: TestServer;
beforeEach(async () => {
  server = await createServer({ keys: [] });
});
afterEach(() => server.close());

const bodies = (): Record<string, unknown>[] => server.chats().map(({ body }) => body as Record<string, unknown>);

describe('a request', () => {
  test('holds the minimum', async () => {
    await ask({ baseUrl: server.baseUrl });
    await ask({ baseUrl: server.baseUrl }, { model: 'gpt-4o-mini', messages: MESSAGES.slice(1) });
    expect(bodies()[0]).toEqual({ model: 'gpt-4o-mini', messages: MESSAGES, stream: true, stream_options: { include_usage: true }, max_tokens: 500 });
    expect(buildBody({ model: 'm', messages: [] }, initialAdaptation('', 'm'))).not.toHaveProperty('max_tokens');
  });

  test('is bent once to a model without system role, and remembered', async () => {
    const model = 'test/fault=no-system';
    expect((await ask({ baseUrl: server.baseUrl }, { model })).finish).toBe('stop');
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]?.['messages']).toEqual([{ role: 'user', content: `Summarize.\n\n${MESSAGES[1]?.content ?? ''}` }]);
    expect((await ask({ baseUrl: server.baseUrl }, { model })).finish).toBe('stop');
    expect(bodies()).toHaveLength(3);
  });

  test('leaves out what is refused', async () => {
    const { finish } = await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=no-stream-options' });
    expect(finish).toBe('stop');
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]).toEqual({ model: 'test/fault=no-stream-options', messages: MESSAGES, stream: true, max_tokens: 500 });
  });

  test('names the cap anew', async () => {
    expect((await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=no-max-tokens' })).finish).toBe('stop');
    expect(bodies()[1]).toMatchObject({ max_completion_tokens: 500 });
    expect(bodies()[1]).not.toHaveProperty('max_tokens');
  });

  test('takes several changes, each once, and then gives up', async () => {
    server.script({ fault: 'no-system' }, { fault: 'no-stream-options' }, { fault: 'no-max-tokens' });
    expect((await ask({ baseUrl: server.baseUrl })).finish).toBe('stop');
    expect(bodies()).toHaveLength(4);
    const stubborn = { raw: [`data: {"error":{"message":"unsupported: stream_options","code":400}}\n\n`] };
    server.script(stubborn, stubborn, stubborn);
    expect((await ask({ baseUrl: server.baseUrl }, { model: 'another' })).error?.code).toBe('request-refused');
    expect(bodies()).toHaveLength(6);
  });
});

describe('the words of a refusal', () => {
  const request = { model: 'm', messages: MESSAGES, maxTokens: 10 };
  const start = initialAdaptation('', 'm');
  test.each([
    ["messages[0].role does not support 'system' with this model", { foldSystem: true }],
    ['Developer instruction is not enabled for models/gemma-3-4b-it', { foldSystem: true }],
    ['Jinja Exception: System role not supported', { foldSystem: true }],
    ['Conversation roles must alternate user/assistant/user/assistant/...', { foldSystem: true }],
    ['stream_options: Extra inputs are not permitted', { streamOptions: false }],
    ["Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", { cap: 'max_completion_tokens' }],
    ['max_tokens is too large: 9000. This model supports at most 4096 completion tokens', { cap: 'none' }],
  ])('%s', (words, change) => {
    expect(adapt(words, request, start)).toEqual({ ...start, ...change });
    expect(adapt(words, request, { ...start, foldSystem: true, streamOptions: false, cap: 'none' })).toBeUndefined();
  });

  test('that name nothing of ours change nothing', () => {
    expect(adapt('Invalid value for temperature', request, start)).toBeUndefined();
    expect(adapt('system role not supported', { ...request, messages: MESSAGES.slice(1) }, start)).toBeUndefined();
    expect(adapt('max_tokens', { model: 'm', messages: [] }, start)).toBeUndefined();
  });

  test('are not needed for models known to take no system role at AI/ML API', () => {
    expect(initialAdaptation('api.aimlapi.com', 'google/gemma-3-4b-it').foldSystem).toBe(true);
    expect(initialAdaptation('api.aimlapi.com', 'claude-haiku-4.5').foldSystem).toBe(true);
    expect(initialAdaptation('api.aimlapi.com', 'gpt-4o-mini').foldSystem).toBe(false);
    expect(initialAdaptation('openrouter.ai', 'anthropic/claude-haiku-4.5').foldSystem).toBe(false);
  });
});

test('folding keeps everything and the order', () => {
  const system = (content: string) => ({ role: 'system' as const, content });
  const user = (content: string) => ({ role: 'user' as const, content });
  const assistant = (content: string) => ({ role: 'assistant' as const, content });
  expect(foldSystem([system('a'), assistant('b'), user('c'), system('d'), user('e')])).toEqual([assistant('b'), user('a\n\nd\n\nc'), user('e')]);
  expect(foldSystem([system('a')])).toEqual([user('a')]);
  expect(foldSystem([user('a')])).toEqual([user('a')]);
});

describe('a request for JSON', () => {
  const responseFormat = { name: 'guard_verdict', schema: { type: 'object', properties: {}, required: [], additionalProperties: false } };
  const schema = { type: 'json_schema', json_schema: { ...responseFormat, strict: true } };

  test('gives the schema, and the temperature as it was asked for', async () => {
    await ask({ baseUrl: server.baseUrl }, { responseFormat, temperature: 0 });
    expect(bodies()[0]).toMatchObject({ response_format: schema, temperature: 0 });
    await ask({ baseUrl: server.baseUrl });
    expect(Object.keys(bodies()[1] ?? {})).not.toContain('response_format');
    expect(Object.keys(bodies()[1] ?? {})).not.toContain('temperature');
  });

  test('is made without schema where only JSON is known, and that is remembered', async () => {
    const model = 'test/fault=no-json-schema';
    expect((await ask({ baseUrl: server.baseUrl }, { model, responseFormat })).finish).toBe('stop');
    expect(bodies().map((body) => body['response_format'])).toEqual([schema, { type: 'json_object' }]);
    expect((await ask({ baseUrl: server.baseUrl }, { model, responseFormat })).finish).toBe('stop');
    expect(bodies()).toHaveLength(3);
  });

  test('is made in words alone where nothing of the kind is known', async () => {
    expect((await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=no-response-format', responseFormat })).finish).toBe('stop');
    expect(bodies().map((body) => body['response_format'])).toEqual([schema, { type: 'json_object' }, undefined]);
  });

  test('is made again without a temperature that is refused', async () => {
    expect((await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=no-temperature', temperature: 0 })).finish).toBe('stop');
    expect(bodies().map((body) => body['temperature'])).toEqual([0, undefined]);
  });

  test.each([
    ['api.aimlapi.com', 'gpt-4o-mini', 'json_schema', true],
    ['api.aimlapi.com', 'openai/gpt-4.1-nano-2025-04-14', 'json_schema', true],
    ['api.aimlapi.com', 'anthropic/claude-haiku-4.5', 'none', true],
    ['api.aimlapi.com', 'meta-llama/Llama-3.3-70B-Instruct-Turbo', 'none', true],
    ['localhost', 'meta-llama/Llama-3.3-70B-Instruct-Turbo', 'json_schema', true],
    ['api.openai.com', 'gpt-5-mini-2025-08-07', 'json_schema', false],
    ['api.openai.com', 'gpt-5', 'json_schema', false],
    ['api.aimlapi.com', 'openai/gpt-5-2', 'json_schema', true],
    ['api.aimlapi.com', 'anthropic/claude-sonnet-5', 'none', false],
    ['openrouter.ai', 'openai/o3-mini', 'json_schema', false],
  ])('begins at %s with %s as its documentation says', (host, model, format, temperature) => {
    expect(initialAdaptation(host, model)).toMatchObject({ format, temperature });
  });
});
