import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backOff, readRetryAfter } from '~/lib/api/retry-after';
import type { Behaviour } from '../server/behaviour';
import { createServer, type TestServer } from '../server/server';
import { ask, respond } from './collect';

let server: TestServer;
beforeEach(async () => {
  server = await createServer({ keys: [] });
});
afterEach(() => server.close());

describe('a failure that may pass', () => {
  test.each<Behaviour['fault']>(['rate-limited', 'server-error', 'bad-gateway', 'gateway-html', 'unavailable', 'gateway-timeout', 'empty-500', 'refuse-connection'])(
    '%s: the second attempt answers',
    async (fault) => {
      server.script({ ...(fault ? { fault } : {}) });
      const { text, finish, error } = await ask({ baseUrl: server.baseUrl });
      expect(error).toBeUndefined();
      expect(finish).toBe('stop');
      expect(text).toContain('lighthouse');
      expect(server.chats()).toHaveLength(2);
      expect(server.chats()[1]?.body).toEqual(server.chats()[0]?.body);
    },
  );

  test('is tried three times at most', async () => {
    server.script({ fault: 'unavailable' }, { fault: 'rate-limited' }, { fault: 'bad-gateway' });
    expect((await ask({ baseUrl: server.baseUrl })).error?.data).toMatchObject({ code: 'server-error', status: 502 });
    expect(server.chats()).toHaveLength(3);
  });

  test('reported inside the stream before any text is tried again, after it is not', async () => {
    server.script({ raw: ['data: {"error":{"message":"overloaded","code":503}}\n\n'] });
    expect((await ask({ baseUrl: server.baseUrl })).finish).toBe('stop');
    expect(server.chats()).toHaveLength(2);
    server.script({ fault: 'error-in-stream' });
    const broken = await ask({ baseUrl: server.baseUrl });
    expect(broken.text).toContain('## Key');
    expect(broken.error?.data).toMatchObject({ code: 'server-error', status: 502, detail: 'The provider hung up' });
    expect(server.chats()).toHaveLength(3);
  });

  test.each<Behaviour['fault']>(['drop', 'no-finish', 'broken-json', 'flat-error-in-stream', 'error-event'])('%s after some text keeps the text and is not repeated', async (fault) => {
    server.script({ ...(fault ? { fault } : {}) });
    const { text, error, finish } = await ask({ baseUrl: server.baseUrl });
    expect(text.length).toBeGreaterThan(20);
    expect(finish).toBeUndefined();
    expect(error).toBeDefined();
    if (fault === 'drop' || fault === 'no-finish') expect(error?.code).toBe('stream-broken');
    expect(server.chats()).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  const failing = (headers: Record<string, string>) => {
    let calls = 0;
    const impl: typeof fetch = (input, init) => {
      calls++;
      if (calls > 1) return respond([new TextEncoder().encode('data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n')])(input, init);
      return Promise.resolve(new Response('{"message":"Too Many Requests"}', { status: 429, headers }));
    };
    return { impl, calls: () => calls };
  };

  test('is waited for instead of the usual back-off', async () => {
    // With the usual back-off of an hour this test would not end: the server's wish of 0 seconds counts.
    const { impl, calls } = failing({ 'retry-after': '0' });
    expect((await ask({ baseUrl: 'https://server.example/v1' }, {}, { fetch: impl, retryDelay: 3_600_000 })).text).toBe('Hi');
    expect(calls()).toBe(2);
  });

  test('is left to a caller who wants to pause all requests', async () => {
    const { impl, calls } = failing({ 'retry-after': '0' });
    expect((await ask({ baseUrl: 'https://server.example/v1' }, {}, { fetch: impl, leaveRateLimit: true })).error?.data).toMatchObject({ code: 'rate-limited', retryAfter: 0 });
    expect(calls()).toBe(1);
  });

  test('longer than 20 seconds is told, not waited for', async () => {
    const { impl, calls } = failing({ 'retry-after': '21' });
    expect((await ask({ baseUrl: 'https://server.example/v1' }, {}, { fetch: impl })).error?.data).toMatchObject({ code: 'rate-limited', retryAfter: 21 });
    expect(calls()).toBe(1);
  });

  test.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-4' }, undefined],
    [{}, undefined],
  ])('%j is %s ms', (headers, expected) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), Date.UTC(2026, 0, 1))).toBe(expected);
  });
});

test('the back-off doubles and spreads', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), (retry, random) => {
      const delay = backOff(retry, 1_000, random);
      expect(delay).toBeGreaterThanOrEqual(500 * 2 ** retry);
      expect(delay).toBeLessThanOrEqual(1_000 * 2 ** retry);
    }),
  );
  expect(backOff(0, 1_000, 0)).not.toBe(backOff(0, 1_000, 1));
});
