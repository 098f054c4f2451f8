import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamChat } from '~/lib/api/stream-chat';
import type { ChatEvent } from '~/lib/api/types';
import { createServer, type TestServer } from '../server/server';

let server: TestServer;
beforeAll(async () => {
  server = await createServer();
});
afterAll(() => server.close());

const SENTENCE = 'The lighthouse of Alexandria was one of the seven wonders.';

test('streams an answer, its usage, its cost and its end', async () => {
  const events: ChatEvent[] = [];
  const stream = streamChat({ baseUrl: server.baseUrl, key: 'test-key' }, { model: 'gpt-4o-mini', messages: [{ role: 'user', content: SENTENCE }], maxTokens: 500 });
  for await (const event of stream) events.push(event);
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  expect(text).toContain(SENTENCE);
  expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop' });
  const usage = events.at(-2);
  expect(usage).toMatchObject({ type: 'usage', usage: { promptTokens: 15 } });
});
