import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUNDLED_MODELS } from '~/lib/api/bundled-models';
import { getBalance } from '~/lib/api/get-balance';
import { listModels } from '~/lib/api/list-models';
import { parseModels } from '~/lib/api/parse-models';
import { Model } from '~/lib/shared/model';
import { PRESETS } from '~/lib/shared/presets';
import { createServer, type TestServer } from '../server/server';

let server: TestServer;
beforeEach(async () => {
  server = await createServer();
});
afterEach(() => server.close());

const only = (body: unknown): Model | undefined => parseModels(body)?.[0];
const list = (item: object) => ({ object: 'list', data: [item] });
const plain = { aliases: [] };

test('a model that only judges is none for chat, whatever the list says', () => {
  expect(only(list({ id: 'meta-llama/Llama-Guard-4-12B', type: 'openai/chat-completions', capabilities: ['streaming', 'vision'] }))).toMatchObject({ chat: false, vision: true });
  expect(only(list({ id: 'llama-guard3:8b' }))?.chat).toBe(false);
});

describe('an entry of', () => {
  test.each<[string, unknown, Model]>([
    [
      'AI/ML API today',
      list({
        id: 'vendor/demo-lite', aliases: ['demo-lite'], type: 'openai/chat-completions',
        info: { name: 'Demo Lite', developer: 'Vendor', contextLength: 128_000, outputMax: 16_384, url: '' },
        tags: [], modalities: { input: ['image', 'text'], output: ['text'] }, capabilities: ['streaming', 'vision'],
        pricing: { kind: 'fixed', currency: 'USD', units: [
          { name: 'token', measure: 'input', price: 0.1, per: 1_000_000 }, { name: 'token', measure: 'output', price: 0.0004, per: 1_000 },
        ] },
      }),
      { id: 'vendor/demo-lite', aliases: ['demo-lite'], name: 'Demo Lite', developer: 'Vendor', contextLength: 128_000, outputMax: 16_384, vision: true, chat: true, price: { input: 0.1, output: 0.4 } },
    ],
    [
      'AI/ML API before August 2026',
      [{ id: 'a', type: 'chat-completion', info: { name: 'A', developer: 'D', maxTokens: 8_000, docs_url: '' }, features: ['openai/chat-completion', 'openai/chat-completion.stream'], endpoints: [] }],
      { id: 'a', ...plain, name: 'A', developer: 'D', contextLength: 8_000, chat: true },
    ],
    ['AI/ML API of early 2025', { 'gpt-4o': 'Open AI', 'claude-3': 'Anthropic' }, { id: 'gpt-4o', ...plain, name: 'gpt-4o', chat: true }],
    ['OpenAI', list({ id: 'gpt-4o', object: 'model', created: 1, owned_by: 'system' }), { id: 'gpt-4o', ...plain, name: 'gpt-4o', developer: 'system', chat: true }],
    [
      'OpenRouter',
      { data: [{ id: 'x/y', name: 'X: Y', context_length: 32_000, architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] }, top_provider: { max_completion_tokens: 4_000 }, pricing: { prompt: '0.00000015', completion: '0.0000006' } }] },
      { id: 'x/y', ...plain, name: 'X: Y', contextLength: 32_000, outputMax: 4_000, vision: true, chat: true, price: { input: 0.15, output: 0.6 } },
    ],
    ['llama.cpp', { models: [{ name: 'ignored' }], object: 'list', data: [{ id: 'q.gguf', meta: { n_ctx_train: 40_960, n_ctx: 8_192, n_params: 1 } }] }, { id: 'q.gguf', ...plain, name: 'q.gguf', contextLength: 8_192, chat: true }],
    ['llama.cpp of old', list({ id: 'q.gguf', meta: { n_ctx_train: 40_960 } }), { id: 'q.gguf', ...plain, name: 'q.gguf', contextLength: 40_960, chat: true }],
    ['LM Studio', list({ id: 'qwen-vl', type: 'vlm', max_context_length: 128_000, loaded_context_length: 4_096 }), { id: 'qwen-vl', ...plain, name: 'qwen-vl', contextLength: 4_096, vision: true, chat: true }],
    ['Ollama', list({ id: 'llama3.2:latest', object: 'model', owned_by: 'library' }), { id: 'llama3.2:latest', ...plain, name: 'llama3.2:latest', developer: 'library', chat: true }],
    ["Ollama's own route", { models: [{ name: 'llama3.2:latest', model: 'llama3.2:latest', size: 1 }] }, { id: 'llama3.2:latest', ...plain, name: 'llama3.2:latest', chat: true }],
    ['Groq', list({ id: 'g', owned_by: 'Meta', context_window: 131_072, max_completion_tokens: 8_192 }), { id: 'g', ...plain, name: 'g', developer: 'Meta', contextLength: 131_072, outputMax: 8_192, chat: true }],
    ['Mistral', list({ id: 'mi', name: 'mi', type: 'base', max_context_length: 32_768, capabilities: { completion_chat: true, vision: false } }), { id: 'mi', ...plain, name: 'mi', contextLength: 32_768, vision: false, chat: true }],
    ['vLLM', list({ id: 'v', max_model_len: 16_384 }), { id: 'v', ...plain, name: 'v', contextLength: 16_384, chat: true }],
    ['Together', [{ id: 't', type: 'chat', display_name: 'T', organization: 'O', context_length: 9_000 }], { id: 't', ...plain, name: 'T', developer: 'O', contextLength: 9_000, chat: true }],
    ['nobody in particular', list({ id: 'odd', info: 'none', aliases: null, capabilities: 7, context_length: 'many', pricing: { prompt: '-1', completion: '-1' } }), { id: 'odd', ...plain, name: 'odd', chat: true }],
  ])('%s', (_, body, expected) => {
    expect(only(body)).toEqual(expected);
    expect(Model.safeParse(only(body)).success).toBe(true);
  });

  test.each([
    ['speech', { id: 'x', type: 'internal/tts' }], ['pictures', { id: 'flux/x', type: 'openai/image-generations' }], ['no features', { id: 'x', features: [] }],
    ['embeddings by id', { id: 'nomic-embed-text:latest' }], ['whisper by id', { id: 'whisper-1' }], ['LM Studio embeddings', { id: 'x', type: 'embeddings' }],
    ['output of pictures only', { id: 'x', architecture: { output_modalities: ['image'] } }], ['Mistral OCR', { id: 'o', capabilities: { completion_chat: false } }],
  ])('a model for something else: %s', (_, item) => {
    expect(only(list(item))?.chat).toBe(false);
  });
});

test.each<[string, object, boolean | undefined]>([
  ['AI/ML API before August 2026', { features: ['openai/chat-completion', 'openai/chat-completion.reasoning'] }, true],
  ['AI/ML API today', { capabilities: ['streaming', 'reasoning'] }, true],
  ['AI/ML API, whose words are not all known', { capabilities: ['streaming'] }, undefined],
  ['Mistral', { capabilities: { completion_chat: true, reasoning: false } }, false],
  ['OpenRouter', { supported_parameters: ['max_tokens', 'include_reasoning'] }, true],
  ['OpenRouter, of a model that does not', { supported_parameters: ['max_tokens', 'reasoning_effortless'] }, false],
])('whether a model reasons, as told by %s', (_, item, expected) => {
  expect(only(list({ id: 'x', ...item }))?.reasoning).toBe(expected);
});

test.each<[string, object, true | undefined]>([
  ['a date of Mistral', { deprecation: '2026-11-30T00:00:00Z' }, true], ['a date of OpenRouter', { expiration_date: '2026-12-01' }, true],
  ['a word', { deprecated: true }, true], ['a tag', { tags: ['deprecated'] }, true],
  ['nothing', { deprecation: null, expiration_date: null, deprecated: false, tags: ['playground:chat'] }, undefined],
])('a model that will be withdrawn is known by %s', (_, item, expected) => {
  expect(only(list({ id: 'x', ...item }))?.deprecated).toBe(expected);
});

test('what is no catalogue is told from an empty one', () => {
  expect(parseModels({ object: 'list', data: [] })).toEqual([]);
  for (const body of [undefined, null, 'text', 7, { error: { message: 'no' } }, { message: 'Cannot GET', statusCode: 404 }]) expect(parseModels(body)).toBeUndefined();
  expect(parseModels([null, 7, { name: 'n' }, 'by-name', { id: 'twice' }, { id: 'twice' }])?.map(({ id }) => id)).toEqual(['n', 'by-name', 'twice']);
});

describe('the list of a server', () => {
  test('comes with a tag, and with it only when it changed', async () => {
    const first = await listModels({ baseUrl: server.baseUrl });
    if (first === 'not-modified') throw new Error('nothing to compare with');
    expect(first.models.filter(({ chat }) => chat).map(({ id }) => id)).toContain('gpt-4o-mini');
    expect(first.models.find(({ id }) => id === 'flux/schnell')?.chat).toBe(false);
    expect(first.etag).toMatch(/^".+"$/);
    expect(await listModels({ baseUrl: server.baseUrl }, { etag: first.etag })).toBe('not-modified');
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe(first.etag);
    expect(server.requests.every(({ query }) => query === '')).toBe(true);
  });

  test('is asked for everything where that is understood', async () => {
    const asked: string[] = [];
    const impl: typeof fetch = (input) => {
      asked.push(String(input));
      return Promise.resolve(Response.json({ data: [] }));
    };
    await listModels({ baseUrl: 'https://api.aimlapi.com/v1' }, { fetch: impl });
    await listModels({ baseUrl: 'https://openrouter.ai/api/v1' }, { fetch: impl });
    expect(asked).toEqual(['https://api.aimlapi.com/v1/models?include=all', 'https://openrouter.ai/api/v1/models']);
  });

  test('gets context lengths that a local server tells elsewhere', async () => {
    const routes = (extra: Record<string, unknown>): typeof fetch => (input) => {
      const url = String(input);
      const found = Object.entries({ '/v1/models': { data: [{ id: 'qwen3:latest' }, { id: 'other' }] }, ...extra }).find(([path]) => url.endsWith(path));
      return Promise.resolve(found ? Response.json(found[1]) : new Response('404 page not found', { status: 404 }));
    };
    const of = async (extra: Record<string, unknown>, baseUrl = 'http://localhost:1/v1') => {
      const answer = await listModels({ baseUrl }, { fetch: routes(extra) });
      return answer === 'not-modified' ? [] : answer.models.map(({ contextLength, vision }) => [contextLength, vision]);
    };
    expect(await of({})).toEqual([[undefined, undefined], [undefined, undefined]]);
    expect(await of({ '/api/ps': { models: [{ name: 'qwen3', model: 'qwen3', context_length: 4_096 }] } })).toEqual([[4_096, undefined], [undefined, undefined]]);
    const studio = { data: [{ id: 'qwen3', type: 'vlm', state: 'loaded', max_context_length: 99_000, loaded_context_length: 8_000 }, { id: 'other', type: 'llm', max_context_length: 99_000 }] };
    expect(await of({ '/api/ps': { error: 'Unexpected endpoint' }, '/api/v0/models': studio })).toEqual([[8_000, true], [undefined, undefined]]);
    expect(await of({ '/api/v0/models': studio }, 'https://server.example/v1')).toEqual([[undefined, undefined], [undefined, undefined]]);
  });

  test('gets the context lengths of well-known models, which OpenAI does not tell', async () => {
    const impl: typeof fetch = () => Promise.resolve(Response.json({ data: [{ id: 'gpt-4.1-mini' }, { id: 'gpt-4o-2024-08-06' }, { id: 'gpt-9' }] }));
    const answer = await listModels({ baseUrl: 'https://api.openai.com/v1' }, { fetch: impl });
    expect(answer === 'not-modified' ? [] : answer.models.map(({ contextLength }) => contextLength)).toEqual([1_000_000, 128_000, undefined]);
  });

  test('that is none fails in words', async () => {
    const html: typeof fetch = () => Promise.resolve(new Response('<html></html>'));
    await expect(listModels({ baseUrl: 'https://x.example/v1' }, { fetch: html })).rejects.toMatchObject({ code: 'bad-response' });
    await expect(listModels({ baseUrl: `${server.url}/nowhere` })).rejects.toMatchObject({ code: 'bad-base-url', data: { status: 404 } });
    await expect(listModels({ baseUrl: server.baseUrl }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the balance', () => {
  const reply = (routes: Record<string, unknown>): typeof fetch => (input) => {
    const path = new URL(String(input)).pathname;
    return Promise.resolve(path in routes ? Response.json(routes[path]) : new Response('Not Found', { status: 404 }));
  };
  const at = (fetchImpl: typeof fetch, baseUrl = 'https://x.example/v1') => getBalance({ baseUrl, key: 'k' }, { fetch: fetchImpl });

  test('is the present one, and asks nothing about the person', async () => {
    expect(await getBalance({ baseUrl: server.baseUrl, key: 'test-key' })).toEqual({ amount: 12.34, currency: 'USD' });
    expect(server.requests.map(({ path }) => path)).toEqual(['/v2/billing']);
  });

  test('is read from the old route, in dollars', async () => {
    expect(await at(reply({ '/v1/billing/balance': { balance: 24_680_000 } }))).toEqual({ amount: 12.34, currency: 'USD' });
    expect(await at(reply({ '/v2/billing': { hello: 1 }, '/v1/billing/balance': { balance: 2_000_000 } }))).toEqual({ amount: 1, currency: 'USD' });
  });

  test("is what a router's key may still spend", async () => {
    expect(await at(reply({ '/api/v1/key': { data: { limit_remaining: 5 } } }), 'https://openrouter.ai/api/v1')).toEqual({ amount: 5, currency: 'USD' });
    expect(await at(reply({ '/api/v1/key': { data: { limit_remaining: null } } }), 'https://openrouter.ai/api/v1')).toBeUndefined();
  });

  test('is unknown where there is no such route, and local servers without key are not asked', async () => {
    expect(await at(reply({}))).toBeUndefined();
    expect(await at(() => Promise.resolve(new Response('<html></html>')))).toBeUndefined();
    expect(await getBalance({ baseUrl: server.baseUrl })).toBeUndefined();
    expect(server.requests).toHaveLength(0);
  });

  test('tells a wrong key', async () => {
    await expect(getBalance({ baseUrl: server.baseUrl, key: 'wrong' })).rejects.toMatchObject({ code: 'bad-key' });
  });
});

test('the bundled list serves a picker', () => {
  for (const model of BUNDLED_MODELS) expect(Model.safeParse(model).success).toBe(true);
  const ids = BUNDLED_MODELS.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of PRESETS.aimlapi.models) expect(ids).toContain(id);
});
