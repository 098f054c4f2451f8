import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePicture } from './picture-files';
import { decodeSent, nameColour } from './pictures';
import { createServer, type TestServer } from './server';

let server: TestServer;
beforeEach(async () => {
  server = await createServer({ keys: [] });
});
afterEach(() => server.close());

async function send(content: unknown, model = 'gpt-4o-mini'): Promise<{ status: number; text: string }> {
  const body = JSON.stringify({ model, messages: [{ role: 'user', content }] });
  const response = await fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

const dataUrl = (bytes: Buffer, type: string) => `data:${type};base64,${bytes.toString('base64')}`;
const openai = (url: string) => ({ type: 'image_url', image_url: { url } });
const claude = (bytes: Buffer, type: string) => ({ type: 'image', source: { type: 'base64', media_type: type, data: bytes.toString('base64') } });

describe('the stand-in', () => {
  test('tells what arrived: format, size as stored, metadata, colours by place', async () => {
    const half = await makePicture('#f0dc1e', { width: 50, height: 60 });
    const photo = await sharp({ create: { width: 100, height: 60, channels: 3, background: '#000000' } })
      .composite([{ input: half, left: 0, top: 0 }]).jpeg().withExif({ IFD0: { Artist: 'Somebody' } }).withMetadata({ orientation: 6 }).toBuffer();
    await send([{ type: 'text', text: 'Look.' }, openai(dataUrl(photo, 'image/jpeg')), claude(await makePicture('#ffffff'), 'image/png')]);
    const [first, second] = await decodeSent(server.chats()[0]);
    expect(first).toMatchObject({ part: 'image_url', role: 'user', format: 'jpeg', width: 100, height: 60, hasMetadata: true });
    expect(nameColour(first?.colourAt(0.2, 0.5) ?? [0, 0, 0, 0])).toBe('yellow');
    expect(nameColour(first?.colourAt(0.8, 0.5) ?? [0, 0, 0, 0])).toBe('black');
    expect(second).toMatchObject({ part: 'image', format: 'png', hasMetadata: false });
  });

  test.each([
    ['bytes that are none', async () => openai(dataUrl(Buffer.from('<svg/>'), 'image/png')), 'Could not process image'],
    ['a wrong type', async () => openai(dataUrl(await makePicture('red'), 'image/jpeg')), 'but it is png'],
    ['a type nobody takes', async () => openai(dataUrl(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml')), 'Unsupported media type'],
    ['an address on this machine', async () => openai('http://localhost/a.png'), 'Failed to download'],
  ])('refuses a picture that is none: %s', async (_what, make, words) => {
    expect(await send([await make()])).toMatchObject({ status: 400, text: expect.stringContaining(words) as string });
  });

  test("takes five parts with Claude's among them and no more", async () => {
    const parts = Array.from({ length: 6 }, () => claude(Buffer.alloc(0), 'image/png'));
    expect(await send(parts)).toMatchObject({ status: 400, text: expect.stringContaining('at most 5') as string });
  });

  test('shows the question in an answer about pictures', async () => {
    const { text } = await send([{ type: 'text', text: '<page-1>…\n\nQuestion: Why is it red?' }, openai(dataUrl(await makePicture('red'), 'image/png'))]);
    expect(text).toContain('A red PNG of 64 x 48 pixels.\\n\\nAsked was: Why is it red?');
  });
});
