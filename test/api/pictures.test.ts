import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mayUseAddress, toWire } from '~/lib/api/image-parts';
import { explainPictureRefusal } from '~/lib/api/picture-errors';
import type { ChatMessage, ImagePart } from '~/lib/shared/chat';
import { makePicture } from '../server/picture-files';
import { decodeSent } from '../server/pictures';
import { createServer, type TestServer } from '../server/server';
import { ask } from './collect';

let server: TestServer;
beforeEach(async () => {
  server = await createServer({ keys: [] });
});
afterEach(() => server.close());

const IMAGES = new Map<string, string>();
for (const [id, colour] of [['r', '#dc1414'], ['g', '#14a028'], ['b', '#1428dc']] as const) {
  IMAGES.set(id, (await makePicture(colour, { width: 60 + IMAGES.size })).toString('base64'));
}
const part = (imageId: string): ImagePart => ({ type: 'image', imageId, mediaType: 'image/png', width: 60, height: 48 });
const address: ImagePart = { type: 'image', url: 'https://example.org/a.png', width: 0, height: 0 };
const about = (...images: ImagePart[]): ChatMessage[] => [
  { role: 'system', content: 'Describe.' },
  { role: 'user', content: 'What is this?', images },
];
const look = (model: string, messages = about(part('r'))) => ask({ baseUrl: server.baseUrl }, { model, messages, images: IMAGES });

interface Sent {
  messages: { role: string; content: string | { type: string; text?: string }[] }[];
}
const sent = (index: number) => (server.chats().at(index)?.body as Sent).messages;
const shapes = () => server.chats().map(({ body }) => (body as Sent).messages.at(-1)?.content).map((content) => (Array.isArray(content) ? content.at(-1)?.type : 'text'));

describe('a picture', () => {
  test('arrives whole, after its text, and the answer tells what was seen', async () => {
    const { text, finish } = await look('gpt-4o-mini', about(part('r'), part('g')));
    expect(text).toBe('A red PNG of 60 x 48 pixels.\n\nA green PNG of 61 x 48 pixels.');
    expect(finish).toBe('stop');
    const [system, user] = sent(0);
    expect(system?.content).toBe('Describe.');
    expect(user?.content).toMatchObject([{ type: 'text', text: 'What is this?' }, { type: 'image_url' }, { type: 'image_url' }]);
    const [red] = await decodeSent(server.chats()[0]);
    expect(red).toMatchObject({ format: 'png', mediaType: 'image/png', width: 60, height: 48, hasMetadata: false });
    expect(red?.colourAt(0.9, 0.1)).toEqual([220, 20, 20, 255]);
  });

  test('leaves messages without any as they were: plain text', async () => {
    const earlier: ChatMessage[] = [{ role: 'user', content: 'Hello' }, { role: 'assistant', content: 'Hello.' }];
    await look('gpt-4o-mini', [...earlier, ...about(part('r')).slice(1)]);
    expect(sent(0).slice(0, 2)).toEqual(earlier);
  });

  test('keeps its place when the system message is folded into its own', async () => {
    expect((await look('test/fault=no-system')).text).toContain('A red PNG');
    expect(sent(1)).toMatchObject([{ role: 'user', content: [{ type: 'text', text: 'Describe.\n\nWhat is this?' }, { type: 'image_url' }] }]);
  });

  test('that could not be had goes out as its address, which no server on this machine is given', async () => {
    await look('gpt-4o-mini', about(address));
    expect(sent(0).at(-1)?.content).toMatchObject([{}, { type: 'image_url', image_url: { url: address.url } }]);
    expect(mayUseAddress('https://api.aimlapi.com/v1', 'gpt-4o-mini')).toBe(true);
    expect(mayUseAddress('http://localhost:11434/v1', 'llava')).toBe(false);
  });

  test('whose bytes are missing is not asked about', async () => {
    const { error } = await look('gpt-4o-mini', about(part('unknown')));
    expect(error?.data).toMatchObject({ code: 'image-gone', reason: 'not-kept' });
    expect(server.chats()).toEqual([]);
  });
});

describe("Claude's part", () => {
  test('is what models called claude get, as base64', async () => {
    expect((await look('test/claude')).text).toBe('A red PNG of 60 x 48 pixels.');
    expect(sent(0).at(-1)?.content).toEqual([
      { type: 'text', text: 'What is this?' },
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: IMAGES.get('r') } },
    ]);
  });

  test('is never a bare address', async () => {
    expect(mayUseAddress('https://api.aimlapi.com/v1', 'anthropic/claude-sonnet-5')).toBe(false);
    expect((await look('test/claude', about(address))).error?.code).toBe('image-gone');
    expect(server.chats()).toEqual([]);
  });

  test('comes at most five to a message, and all arrive in order', async () => {
    const ids = ['r', 'g', 'b', 'r', 'g', 'b', 'r', 'g'];
    const { text } = await look('test/claude', about(...ids.map(part)));
    expect(sent(0).map(({ content }) => content.length)).toEqual(['Describe.'.length, 5, 4]);
    expect(text.match(/red|green|blue/g)).toEqual(['red', 'green', 'blue', 'red', 'green', 'blue', 'red', 'green']);
  });

  test.each(['openrouter.ai', 'api.openai.com'])('is unknown to %s', (host) => {
    expect(mayUseAddress(`https://${host}/v1`, 'anthropic/claude-sonnet-5')).toBe(true);
  });

  test('gives way to the other when it is refused, once, and that is remembered', async () => {
    const model = 'test/fault=no-claude-part,claude';
    expect((await look(model)).text).toContain('A red PNG');
    expect((await look(model)).text).toContain('A red PNG');
    expect(shapes()).toEqual(['image', 'image_url', 'image_url']);
  });

  test('takes the place of the other where a refusal asks for it', async () => {
    const model = 'test/fault=no-image-url';
    expect((await look(model)).text).toContain('A red PNG');
    expect((await look(model)).text).toContain('A red PNG');
    expect(shapes()).toEqual(['image_url', 'image', 'image']);
  });

  test('is not tried when what is refused is something else, nor when both are refused for ever', async () => {
    server.script({ fault: 'nested' });
    expect((await look('another-model')).error?.code).toBe('request-refused');
    expect(shapes()).toEqual(['image_url']);
    server.script({ fault: 'no-claude-part' }, { fault: 'no-image-url' }, { fault: 'no-image-url' });
    expect((await look('my-claude')).error?.code).toBe('request-refused');
    expect(shapes().slice(1)).toEqual(['image', 'image_url']);
  });
});

describe('a refusal', () => {
  test.each([
    ['no-vision', 'no-vision'],
    ['text-only', 'no-vision'],
    ['image-too-large', 'image-too-large'],
    ['payload-too-large', 'image-too-large'],
  ] as const)('%s of a request with pictures is told as %s, with the model, after one attempt', async (fault, code) => {
    const { error } = await look(`test/fault=${fault}`);
    expect(error?.data).toMatchObject({ code, model: `test/fault=${fault}` });
    expect(server.chats()).toHaveLength(1);
    server.script({ fault: 'nested' });
    expect((await ask({ baseUrl: server.baseUrl }, { model: 'm' })).error?.code).toBe('request-refused');
  });

  // Wordings from the issue trackers of each: see the docstring of `picture-errors.ts`.
  test.each([
    ['OpenAI', 'request-refused', 'Invalid content type. image_url is only supported by certain models.'],
    ['OpenRouter', 'model-unknown', 'No endpoints found that support image input'],
    ['Google', 'request-refused', 'Image input modality is not enabled for models/gemini-1.5-flash'],
    ['DeepSeek', 'request-refused', 'Failed to deserialize the JSON body into the target type: messages[1]: unknown variant `image_url`, expected `text` at line 1 column 53929'],
    ['Ollama', 'server-error', 'this model is missing data required for image input'],
    ['Ollama, cloud', 'request-refused', 'this model does not support image input (ref: b8bd630e)'],
    ['LM Studio', 'request-refused', 'Model does not support images. Please use a model that does.'],
    ['llama.cpp', 'server-error', 'image input is not supported - hint: if this is unexpected, you may need to provide the mmproj'],
    ['vLLM', 'request-refused', '/models/Intern-S1 is not a multimodal model'],
    ['Mistral and AI/ML API', 'request-refused', 'Image input is not enabled for this model'],
    ['a text-only schema', 'request-refused', 'Body validation error:\nmessages.1.content: Expected string, received array'],
    ['Groq', 'request-refused', "'messages.1' : for 'role:user' the following must be satisfied[('messages.1.content' : value must be a string)]"],
  ] as const)('that %s makes of a picture is that the model takes none', (_who, code, words) => {
    expect(explainPictureRefusal(code, 400, words)).toBe('no-vision');
  });

  test.each([
    ['request-refused', 400, 'messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 8259148 bytes > 5242880 bytes', 'image-too-large'],
    ['request-refused', 400, 'At least one of the image dimensions exceed max allowed size: 8000 pixels', 'image-too-large'],
    ['context-too-long', 413, 'Request Entity Too Large', 'image-too-large'],
    ['context-too-long', 400, "This model's maximum context length is 8192 tokens", undefined],
    ['request-refused', 400, 'Could not process image', undefined],
    ['request-refused', 400, "Invalid value: 'image'. Supported values are: 'text' and 'image_url'.", undefined],
    ['rate-limited', 429, 'image input is not supported', undefined],
    ['server-error', 500, 'Internal server error', undefined],
  ] as const)('%s (%d) "%s" means %s', (code, status, words, meaning) => {
    expect(explainPictureRefusal(code, status, words)).toBe(meaning);
  });
});

test('messages are put on the wire without touching them', () => {
  const messages = about(part('r'));
  const before = structuredClone(messages);
  toWire(messages, 'source', { images: IMAGES });
  expect(messages).toEqual(before);
});
