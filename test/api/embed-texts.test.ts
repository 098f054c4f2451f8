import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedTexts } from '~/lib/api/embed-texts';
import type { AppError } from '~/lib/shared/app-error';
import { createServer, type TestServer } from '../server/server';

let server: TestServer;
beforeAll(async () => (server = await createServer()));
afterAll(() => server.close());

const replying = (body: unknown, status = 200): typeof fetch => async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const ask = (body: unknown, status?: number) =>
  embedTexts({ baseUrl: 'https://server.example/v1' }, { model: 'm', texts: ['a', 'b'] }, { fetch: replying(body, status) }).then((value) => value, (error: AppError) => error.data);

describe('vectors of texts', () => {
  test('come in the order of the texts, whatever the order of the reply, with what they used', async () => {
    const { vectors, usage } = await embedTexts({ baseUrl: server.baseUrl, key: 'test-key' }, { model: 'text-embedding-3-small', texts: ['foghorns', 'timber', 'siren'] });
    expect(vectors).toHaveLength(3);
    expect(vectors[0]).toEqual(vectors[2]);
    expect(vectors[0]).not.toEqual(vectors[1]);
    expect(usage?.promptTokens).toBeGreaterThan(0);
    expect(server.requests.at(-1)?.body).toEqual({ model: 'text-embedding-3-small', input: ['foghorns', 'timber', 'siren'] });
  });

  test.each([
    ['too few', { data: [{ index: 0, embedding: [1] }] }],
    ['of different lengths', { data: [{ index: 0, embedding: [1] }, { index: 1, embedding: [1, 2] }] }],
    ['that are none', { data: [{ index: 0, embedding: ['x'] }, { index: 1, embedding: [] }] }],
    ['missing', {}],
    ['in a page', '<html></html>'],
  ])('%s are no answer', async (_, body) => {
    expect(await ask(body)).toMatchObject({ code: 'bad-response', model: 'm' });
  });

  test('fail with what the server says, and never with the key', async () => {
    expect(await ask({ message: 'No such route' }, 404)).toMatchObject({ host: 'server.example', model: 'm' });
    await expect(embedTexts({ baseUrl: server.baseUrl, key: 'wrong-key' }, { model: 'm', texts: ['a'] })).rejects.toMatchObject({ data: { code: 'bad-key' } });
  });
});
