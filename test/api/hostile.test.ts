import { expect, test } from 'vitest';
import { BodyReader } from '~/lib/api/read-body';
import { listModels } from '~/lib/api/list-models';
import { MAX_ANSWER, MAX_ERROR_BODY, MAX_JSON_BODY } from '~/lib/api/limits';
import { readErrorText } from '~/lib/api/read-error-text';
import { ask } from './collect';

/** Servers that mean harm: what they send has no end, and none of it is taken in whole. */
const SERVER = { baseUrl: 'https://server.example/v1', key: 'f00dfeedf00dfeedf00dfeedf00dfeed' };
const encoder = new TextEncoder();

/** A body that goes on for ever; `taken` counts the bytes that were asked for. */
function endless(piece: string, init: ResponseInit = {}) {
  const bytes = encoder.encode(piece);
  const state = { taken: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      state.taken += bytes.length;
      controller.enqueue(bytes);
    },
    cancel() {
      state.cancelled = true;
    },
  });
  const reply: typeof fetch = (_, request) => {
    request?.signal?.addEventListener('abort', () => void body.cancel().catch(() => undefined));
    return Promise.resolve(new Response(body, init));
  };
  return { state, fetch: reply };
}

test('an error body without end is read no further than its beginning, and let go', async () => {
  const { state, fetch } = endless('x'.repeat(16_384), { status: 400 });
  const { error } = await ask(SERVER, {}, { fetch });
  expect(error?.code).toBe('request-refused');
  expect(error?.data.detail?.length).toBeLessThanOrEqual(300);
  expect(state.taken).toBeLessThan(MAX_ERROR_BODY * 3);
  expect(state.cancelled).toBe(true);
});

test('a model list without end is refused', async () => {
  const { state, fetch } = endless(`[${' '.repeat(1_048_576)}`);
  await expect(listModels(SERVER, { fetch })).rejects.toMatchObject({ code: 'bad-response' });
  expect(state.taken).toBeLessThan(MAX_JSON_BODY * 2);
});

test('a frame without end is refused', () => {
  const reader = new BodyReader();
  reader.push(encoder.encode('data: '));
  const piece = encoder.encode('x'.repeat(4_194_304));
  expect(() => {
    for (let i = 0; i < 12; i++) reader.push(piece);
  }).toThrow('too large');
});

test('reasoning without end is refused, and so is text; what came is kept', async () => {
  for (const field of ['reasoning_content', 'content'] as const) {
    const word = 'w'.repeat(1_048_576);
    const { fetch } = endless(`data: {"choices":[{"delta":{"${field}":"${word}"}}]}\n\n`);
    const got = await ask(SERVER, {}, { fetch });
    expect(got.error?.code).toBe('bad-response');
    expect(got.text.length + got.reasoning.length).toBeLessThanOrEqual(MAX_ANSWER);
    expect(got.text.length + got.reasoning.length).toBeGreaterThan(MAX_ANSWER / 2);
  }
});

test('a stream of comments and empty frames is no answer, however lively', async () => {
  const { fetch } = endless(': still there\n\ndata: {"choices":[{"delta":{}}]}\n\n');
  const { error } = await ask(SERVER, {}, { fetch, firstByteTimeout: 20, idleTimeout: 20 });
  expect(error?.code).toBe('timeout');
});

test('mark-up that is never closed does not stall', () => {
  for (const open of ['<style ', '<title', '<', '<script>']) expect(readErrorText(open.repeat(65_536 / open.length), 'HTTP 502').message).not.toBe('');
});

test('a key that the server echoes is not shown, wherever it stands', async () => {
  for (const body of [`bad ${SERVER.key}`, JSON.stringify({ error: { message: `no: ${SERVER.key}` } }), `<title>${SERVER.key}</title>`, `${'y'.repeat(285)} ${SERVER.key}`]) {
    const fetch = () => Promise.resolve(new Response(body, { status: 401 }));
    const { error } = await ask(SERVER, {}, { fetch });
    expect(JSON.stringify(error?.data)).not.toContain('f00dfeed');
  }
});
