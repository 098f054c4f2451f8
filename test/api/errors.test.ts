import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '~/lib/shared/app-error';
import { classifyError } from '~/lib/api/classify-error';
import type { FaultName } from '../server/behaviour';
import { createServer, type TestServer } from '../server/server';
import { ask, readWire } from './collect';

const KEY = 'sk-secret-0123456789';
let server: TestServer;
beforeAll(async () => {
  server = await createServer({ keys: [KEY] });
});
afterAll(() => server.close());

/** What is sent, what the reader learns, and how often it was tried. */
const ROWS: [FaultName, ErrorCode, status: number | undefined, detail: string | undefined, attempts: number][] = [
  ['bad-key', 'bad-key', 401, 'This endpoint requires a valid API key. Create one at https://aimlapi.com/app/keys', 1],
  ['payment-required', 'no-credits', 402, 'Payment required', 1],
  ['no-credits', 'no-credits', 403, 'You have run out of credits. Top up at https://aimlapi.com/app/billing/', 1],
  ['forbidden-empty', 'origin-refused', 403, 'Forbidden', 1],
  ['origin', 'origin-refused', 403, 'Forbidden', 1],
  ['country', 'request-refused', 403, 'Country, region, or territory not supported', 1],
  ['key-scope', 'bad-key', 403, 'API key lacks the scope model:chat', 1],
  ['validation', 'request-refused', 400, 'Body validation error:\nmessages.0.content: Expected string, received null', 1],
  ['unknown-model-enum', 'model-unknown', 400, "Body validation error:\nmodel: Invalid enum value. Expected 'gpt-4o' | 'gpt-4o-mini', received 'nope'", 1],
  ['provider-text', 'request-refused', 400, 'messages: text content blocks must be non-empty', 1],
  ['nested', 'request-refused', 400, 'Invalid value for temperature', 1],
  ['array-message', 'request-refused', 400, 'first complaint; second complaint', 1],
  ['not-found', 'bad-base-url', 404, 'Cannot POST /v1/chat/completions', 1],
  ['not-found-html', 'bad-base-url', 404, '404 Not Found', 1],
  ['unknown-model', 'model-unknown', 404, "model 'nope' not found", 1],
  ['deprecated', 'model-unavailable', 404, 'Model is deprecated', 1],
  ['context-too-long', 'context-too-long', 400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.", 1],
  ['rate-limited', 'rate-limited', 429, 'Too Many Requests', 3],
  ['retry-after-long', 'rate-limited', 429, 'Too Many Requests', 1],
  ['free-tier', 'no-credits', 429, 'Free-tier limit: you have reached the free limit for the hour. Get a Subscription to continue.', 1],
  ['quota', 'no-credits', 429, 'You exceeded your current quota', 1],
  ['server-error', 'server-error', 500, 'Internal server error', 3],
  ['provider-failed', 'server-error', 500, 'Something wrong with the server', 3],
  ['maintenance', 'model-unavailable', 500, 'The model is under maintenance, write to help@aimlapi.com', 1],
  ['bad-gateway', 'server-error', 502, 'Bad Gateway', 3],
  ['gateway-html', 'server-error', 502, '502 Bad Gateway', 3],
  ['unavailable', 'server-error', 503, 'Service unavailable: overloaded', 3],
  ['gateway-timeout', 'server-error', 504, 'Generation timeout', 2],
  ['empty-500', 'server-error', 500, 'Internal Server Error', 3],
  ['redirect', 'bad-base-url', undefined, undefined, 1],
  ['refuse-connection', 'server-unreachable', undefined, undefined, 3],
];

describe('the row of the status table', () => {
  test.each(ROWS)('%s', async (fault, code, status, detail, attempts) => {
    const before = server.requests.length;
    const { error, text } = await ask({ baseUrl: server.baseUrl, key: KEY }, { model: `test/fault=${fault}` });
    expect(text).toBe('');
    expect(error?.data).toEqual({
      code,
      host: new URL(server.url).host,
      model: `test/fault=${fault}`,
      ...(status ? { status } : {}),
      ...(detail ? { detail } : {}),
      ...(fault === 'redirect' ? { reason: 'redirect' } : {}),
      ...(fault === 'retry-after-long' ? { retryAfter: 120 } : {}),
    });
    expect(server.requests.length - before).toBe(attempts);
  });
});

describe('a key', () => {
  test('that is missing is not called wrong', async () => {
    expect((await ask({ baseUrl: server.baseUrl })).error?.code).toBe('no-key');
    expect(server.requests.at(-1)?.headers.authorization).toBeUndefined();
    expect((await ask({ baseUrl: server.baseUrl, key: '  ' })).error?.code).toBe('no-key');
  });

  test('is sent without the spaces around it', async () => {
    expect((await ask({ baseUrl: server.baseUrl, key: ` ${KEY}\n` })).finish).toBe('stop');
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test('never appears in an error, though the server quotes it', async () => {
    const { error } = await ask({ baseUrl: server.baseUrl, key: KEY }, { model: 'test/fault=echo-key' });
    expect(error?.data.detail).toBe('Incorrect API key provided: [key]');
    expect(`${error?.message} ${JSON.stringify(error?.data)} ${String(error?.cause)} ${error?.stack}`).not.toContain('secret');
    const inStream = await readWire('data: {"error":{"message":"Bearer test-key was refused","code":401}}\n\n');
    expect(inStream.error?.data.detail).toBe('[key] was refused');
    const broken = await readWire('data: oops test-key\n\n');
    expect(broken.error?.data.detail).toBe('oops [key]');
  });

  test('that no header can carry is refused before it is sent', async () => {
    const before = server.requests.length;
    const { error } = await ask({ baseUrl: server.baseUrl, key: 'sk-ключ\nX-Evil: 1' });
    expect(error?.code).toBe('bad-key');
    expect(`${error?.message} ${String(error?.cause)}`).not.toContain('ключ');
    expect(server.requests.length).toBe(before);
  });

  test('does not follow a redirect', async () => {
    const other = await createServer({ keys: [KEY] });
    const redirecting: typeof fetch = (input, init) => {
      expect(init).toMatchObject({ redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
      expect(input).toBe(`${other.baseUrl}/chat/completions`);
      return Promise.resolve(new Response('', { status: 302, headers: { location: other.url } }));
    };
    expect((await ask({ baseUrl: other.baseUrl, key: KEY }, {}, { fetch: redirecting })).error?.code).toBe('bad-base-url');
    expect(other.requests).toHaveLength(0);
    await other.close();
  });
});

describe('words of other servers', () => {
  const remote = { hasKey: true, isLocal: false };
  test.each<[number, string, ErrorCode]>([
    [400, 'prompt is too long: 210000 tokens > 200000 maximum', 'context-too-long'],
    [400, 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).', 'context-too-long'],
    [400, 'the request exceeds the available context size, try increasing it', 'context-too-long'],
    [400, "This model's maximum prompt length is 131072 but the request contains 140000 tokens.", 'context-too-long'],
    [400, 'Range of input length should be [1, 129024]', 'context-too-long'],
    [413, 'Request Entity Too Large', 'context-too-long'],
    [429, 'Request too large for model llama-3 on tokens per minute', 'context-too-long'],
    [400, 'nope is not a valid model ID', 'model-unknown'],
    [400, 'The model `nope` does not exist or you do not have access to it.', 'model-unknown'],
    [404, 'No endpoints found for nope/nope.', 'model-unknown'],
    [404, 'model "nope" not found, try pulling it first', 'model-unknown'],
    [404, '404 page not found', 'bad-base-url'],
    [405, 'Method Not Allowed', 'bad-base-url'],
    [403, 'Forbidden', 'request-refused'],
    [403, 'Project does not have access to model gpt-9', 'model-unavailable'],
    [400, 'Your credit balance is too low to access the API.', 'no-credits'],
    [400, 'The response was filtered due to the prompt triggering content_filter', 'content-filtered'],
    [408, 'Request Timeout', 'timeout'],
    [418, 'short and stout', 'request-refused'],
    [529, 'Overloaded', 'server-error'],
  ])('%i %s', (status, message, code) => {
    expect(classifyError(status, { message }, remote)).toBe(code);
  });
});

test('a browser that is offline is told from a server that is down', async () => {
  const failing: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  const online = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(navigator), 'onLine');
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    expect((await ask({ baseUrl: 'https://server.example/v1' }, {}, { fetch: failing })).error?.code).toBe('offline');
    expect((await ask({ baseUrl: 'http://localhost:1/v1' }, {}, { fetch: failing })).error?.code).toBe('server-unreachable');
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
    expect(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(navigator), 'onLine')).toEqual(online);
  }
  expect((await ask({ baseUrl: 'https://server.example/v1' }, {}, { fetch: failing })).error?.code).toBe('server-unreachable');
});
