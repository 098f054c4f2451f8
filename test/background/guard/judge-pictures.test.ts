import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { StoredImage } from '~/lib/shared/picture';
import { makePicture } from '../../server/picture-files';
import { makeJudge, SIGNAL, UNSAFE, unknown, useServer } from './judge-rig';

const at = useServer();

describe('a picture', () => {
  const store = async (colour: string): Promise<StoredImage> => {
    const bytes = await makePicture(colour);
    return { id: colour, blob: new Blob([new Uint8Array(bytes)], { type: 'image/png' }), mediaType: 'image/png', width: 64, height: 48 };
  };
  const part = (imageId: string) => ({ type: 'image', imageId, mediaType: 'image/png', width: 64, height: 48 }) as const;
  const look = async (model: string, ...colours: string[]) => {
    const files = await Promise.all(colours.map(store));
    return makeJudge(at.server, { guard: { model } }).judge({ kind: 'image', images: colours.map(part) }, SIGNAL, files);
  };

  test.each(['test/guard=keyword', 'test/guard=keyword,llama-guard-4-12b'])('is judged by %s', async (model) => {
    expect((await look(model, '#dc1414')).verdict).toEqual(UNSAFE);
    expect((await look(model, '#1428dc')).verdict).toEqual({ kind: 'safe' });
    expect((await look(model, '#1428dc', '#dc1414')).verdict).toEqual(UNSAFE);
  });

  test('goes to a classifier alone, and with its pieces together to a model that is asked in words', async () => {
    await look('test/guard=keyword,llama-guard-4-12b', '#1428dc', '#14a028');
    expect(at.server.guards()).toHaveLength(2);
    await look('test/guard=keyword', '#1428dc', '#14a028');
    expect(at.server.guards()).toHaveLength(3);
    expect(at.bodies()[2]?.messages.at(-1)?.content).toHaveLength(3);
  });

  test('in the shape that the model takes', async () => {
    await look('claude-test', '#1428dc');
    expect(at.bodies()[0]?.messages.at(-1)?.content).toEqual([expect.objectContaining({ type: 'text' }), expect.objectContaining({ type: 'image', source: expect.objectContaining({ type: 'base64' }) as unknown })]);
  });

  test.each([
    ['the model takes none', 'test/fault=no-vision', 'no-vision'],
    ['it is too large', 'test/fault=image-too-large', 'image-too-large'],
  ])('has no verdict when %s', async (_what, model, code) => {
    expect(await look(model, '#1428dc')).toMatchObject({ verdict: unknown('not-taken'), error: { code } });
  });

  test('has no verdict when its file is gone', async () => {
    const gone = await makeJudge(at.server).judge({ kind: 'image', images: [part('gone')] }, SIGNAL);
    expect(gone).toMatchObject({ verdict: unknown('not-taken'), error: { code: 'image-gone' } });
    expect(at.server.guards()).toEqual([]);
  });
});
