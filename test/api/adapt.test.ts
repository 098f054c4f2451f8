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
