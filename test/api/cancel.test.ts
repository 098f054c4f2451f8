import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { streamChat } from '~/lib/api/stream-chat';
import type { Behaviour } from '../server/behaviour';
import { createServer, type TestServer } from '../server/server';
import { ask, collect, MESSAGES } from './collect';

let server: TestServer;
beforeEach(async () => {
  server = await createServer({ keys: [] });
});
afterEach(() => server.close());

const request = (model: string) => ({ model, messages: MESSAGES });

describe('cancelling', () => {
  test('before the start sends nothing', async () => {
    expect((await ask({ baseUrl: server.baseUrl }, {}, { signal: AbortSignal.abort() })).error?.code).toBe('cancelled');
    expect(server.requests).toHaveLength(0);
  });

  test.each<Behaviour['fault']>(['no-answer', 'silence'])('while waiting (%s) closes the connection', async (fault) => {
    const controller = new AbortController();
    const answer = ask({ baseUrl: server.baseUrl }, { model: `test/fault=${fault ?? ''}` }, { signal: controller.signal });
    const seen = await server.received(0);
    controller.abort();
    expect((await answer).error?.code).toBe('cancelled');
    await seen.closed;
    expect(seen.aborted).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test('in the middle of the answer closes the connection and keeps the text', async () => {
    const controller = new AbortController();
    const result = { text: '', code: '' };
    try {
      for await (const event of streamChat({ baseUrl: server.baseUrl }, request('test/tokens=100000,rate=500'), { signal: controller.signal })) {
        if (event.type !== 'text') continue;
        result.text += event.text;
        if (result.text.length > 20) controller.abort();
      }
    } catch (thrown) {
      result.code = (thrown as { code: string }).code;
    }
    expect(result.code).toBe('cancelled');
    expect(result.text.length).toBeGreaterThan(20);
    await server.requests[0]?.closed;
    expect(server.requests[0]?.aborted).toBe(true);
  });

  test('by leaving the loop closes the connection', async () => {
    for await (const event of streamChat({ baseUrl: server.baseUrl }, request('test/tokens=100000,rate=500'))) {
      if (event.type === 'text') break;
    }
    await server.requests[0]?.closed;
    expect(server.requests[0]?.aborted).toBe(true);
  });

  test('while waiting for a retry ends the wait', async () => {
    server.script({ fault: 'unavailable' });
    const controller = new AbortController();
    const answer = ask({ baseUrl: server.baseUrl }, {}, { signal: controller.signal, retryDelay: 3_600_000 });
    await (await server.received(0)).closed;
    controller.abort();
    expect((await answer).error?.code).toBe('cancelled');
    expect(server.requests).toHaveLength(1);
  });

  test('afterwards changes nothing', async () => {
    const controller = new AbortController();
    const answer = await ask({ baseUrl: server.baseUrl }, {}, { signal: controller.signal });
    controller.abort();
    expect(answer.finish).toBe('stop');
    await server.requests[0]?.closed;
    expect(server.requests[0]?.aborted).toBe(false);
  });
});

describe('silence', () => {
  test.each<Behaviour['fault']>(['no-answer', 'silence'])('from the start (%s) ends as a time-out', async (fault) => {
    const { error } = await ask({ baseUrl: server.baseUrl }, { model: `test/fault=${fault ?? ''}` }, { firstByteTimeout: 2_000 });
    expect(error?.data).toMatchObject({ code: 'timeout', model: `test/fault=${fault ?? ''}` });
    await server.requests[0]?.closed;
    expect(server.requests[0]?.aborted).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test('between the opening of the stream and the first words is not that of a broken answer', async () => {
    // The opening frame comes at once; the words, half a second later, are past `idleTimeout` but not past the first wait.
    const opening = 'data: {"choices":[{"delta":{"role":"assistant","content":""}}]}\n\n';
    const words = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n';
    const slow: typeof fetch = () => {
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode(opening));
          await new Promise((resolve) => setTimeout(resolve, 500));
          controller.enqueue(new TextEncoder().encode(words));
          controller.close();
        },
      });
      return Promise.resolve(new Response(body));
    };
    const { text, error } = await ask({ baseUrl: server.baseUrl }, {}, { fetch: slow, firstByteTimeout: 60_000, idleTimeout: 50 });
    expect([text, error]).toEqual(['Hi', undefined]);
  });

  test('in the middle ends as a time-out and keeps the text', async () => {
    const { text, error } = await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=stall' }, { idleTimeout: 1_000 });
    expect(error?.code).toBe('timeout');
    expect(text).toContain('## Key');
  });

  test('after the finish reason is a normal end, also when the server holds the line', async () => {
    const { finish, usage, error } = await ask({ baseUrl: server.baseUrl }, { model: 'test/fault=hold-open' }, { idleTimeout: 1_000 });
    expect(error).toBeUndefined();
    expect(finish).toBe('stop');
    expect(usage?.usd).toBeGreaterThan(0);
  });

  test('is not what a slow answer is', async () => {
    const slow = await ask({ baseUrl: server.baseUrl }, { model: 'test/tokens=20,rate=50' }, { firstByteTimeout: 60_000, idleTimeout: 60_000 });
    expect(slow.finish).toBe('stop');
  });
});

test('two answers at once do not mix', async () => {
  const say = (content: string) => collect(streamChat({ baseUrl: server.baseUrl }, { model: 'test/split=7', messages: [{ role: 'user', content }] }));
  const [first, second] = await Promise.all([say('Alpha beta gamma delta epsilon zeta eta.'), say('One two three four five six seven eight.')]);
  expect(first.text).toContain('Alpha beta');
  expect(first.text).not.toContain('One two');
  expect(second.text).toContain('One two');
});
