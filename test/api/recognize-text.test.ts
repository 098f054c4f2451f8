import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recognizeText } from '~/lib/api/recognize-text';
import { toWire } from '~/lib/api/image-parts';
import type { AppError } from '~/lib/shared/app-error';
import { createServer, type TestServer } from '../server/server.ts';

const replying = (body: string, status = 200): typeof fetch => async () => new Response(body, { status, headers: { 'content-type': 'application/json' } });
const ask = (body: string, status?: number) =>
  recognizeText({ baseUrl: 'https://server.example/v1' }, { model: 'm', picture: 'data:image/jpeg;base64,AA' }, { fetch: replying(body, status), retryDelay: 1 }).then((value) => value, (error: AppError) => error.data);

describe('text in a picture, by a model for OCR', () => {
  let server: TestServer;
  beforeAll(async () => { server = await createServer(); });
  afterAll(() => server.close());

  it('comes as Markdown, with what it cost', async () => {
    const sharp = (await import('sharp')).default;
    const red = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 220, g: 20, b: 20 } } }).jpeg().toBuffer();
    const reply = await recognizeText({ baseUrl: server.baseUrl, key: 'test-key' }, { model: 'mistral-ocr-latest', picture: `data:image/jpeg;base64,${red.toString('base64')}` });
    expect(reply).toEqual({ text: '# Recognised\n\nA red JPEG of 8 x 8 pixels.', usage: { usd: 0.013 } });
  });

  it.each([
    ['no JSON', '<html>', 200, { code: 'bad-response' }],
    ['no pages', '{"pages":[]}', 200, { code: 'bad-response' }],
    ['a refusal', '{"message":"requires a valid API key","statusCode":401}', 401, { code: 'no-key' }],
    ['a failure that stays', '{"message":"Internal server error"}', 500, { code: 'server-error' }],
  ])('%s is an error', async (_, body, status, error) => {
    expect(await ask(body, status)).toMatchObject(error);
  });

  it('of several pages is joined, and without cost where none is told', async () => {
    expect(await ask('{"pages":[{"markdown":"One"},{"markdown":"Two"}],"meta":{"usage":"?"}}')).toEqual({ text: 'One\n\nTwo' });
  });
});

describe('a PDF in a message', () => {
  const messages = [{ role: 'user' as const, content: 'Read it.', files: [{ type: 'file' as const, fileId: 'f', name: 'a.pdf', bytes: 3, tokens: 9 }] }];
  const files = new Map([['f', 'JVBE']]);

  it('stands before the text, in the form that the model takes', () => {
    expect(toWire(messages, 'image_url', { files })[0]?.content).toEqual([{ type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBE' } }, { type: 'text', text: 'Read it.' }]);
    expect(toWire(messages, 'source', { files })[0]?.content).toEqual([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBE' } }, { type: 'text', text: 'Read it.' }]);
  });

  it('that is gone is not left out silently', () => {
    expect(() => toWire(messages, 'image_url', {})).toThrow('file-failed');
  });
});
