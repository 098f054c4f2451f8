import type { Acquired } from '~/lib/background/pictures/acquire';
import type { ChatMessage } from '~/lib/shared/chat';
import type { PagePicture } from '~/lib/shared/picture';
import type { PictureRequest, RunRequest } from '~/lib/shared/run';
import { makeModel } from './fake-api';
import { type Watcher, World } from './world';

export const PNG = 'image/png';
/** As bytes go out. */
export const base64 = (content: string) => Buffer.from(content).toString('base64');

/** A picture whose pieces hold the given bytes. */
export function makeAcquired(...contents: string[]): Acquired {
  return {
    images: contents.map((content) => ({ id: `id-${content}`, blob: new Blob([content], { type: PNG }), mediaType: PNG, width: 300, height: 200 })),
    hash: contents.join(), thumbnail: 'data:image/jpeg;base64,AAAA', way: 'page', width: 600, height: 400, animated: false,
  };
}

export const FOUND: PagePicture = {
  id: 'p3', kind: 'image', src: 'https://example.org/a.png', name: 'A wall', decorative: false, caption: 'The customs house', around: 'Painted in 1907.',
  width: 300, height: 200, naturalWidth: 600, naturalHeight: 400, inView: true,
};
export const SEEING = makeModel('google/gemini-3-1-flash-lite', { vision: true, contextLength: 100_000 });
export const BLIND = makeModel('deepseek/deepseek-v4-flash', { vision: false, contextLength: 100_000 });

export const image: PictureRequest = { task: 'describe-image', source: { kind: 'image', picture: { src: FOUND.src } } };
export const view: PictureRequest = { task: 'describe-image', source: { kind: 'view' } };

export async function openWorld(options?: Parameters<typeof World.open>[0]): Promise<World> {
  const world = await World.open(options);
  world.api.bundledModels = [SEEING, BLIND];
  return world;
}

/** Runs a request to its end. */
export async function finish(world: World, watcher: Watcher, request: RunRequest, text = 'A red wall.') {
  const asked = world.api.answers.length;
  const runId = await world.start(request);
  const answer = await world.answer(asked);
  answer.text(text).finish();
  return { runId, answer, run: await world.reach(watcher, runId, 'done') };
}

/** Ids of the pictures in a request, in order. */
export const sentImages = (request: { messages: ChatMessage[] }) =>
  request.messages.flatMap(({ images = [] }) => images.map(({ imageId }) => imageId));

/** Forgets the pictures, as the store does when it is full. */
export async function forgetImages(): Promise<void> {
  const { useDatabase } = await import('~/lib/storage/database');
  await useDatabase((database) => database.clear('images'));
}
