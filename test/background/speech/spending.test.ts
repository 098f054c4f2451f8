import { beforeEach, expect, it } from 'vitest';
import type { World } from '../world';
import { type Ear, makeStory, openStory, PlayerWindow, read, restart, SENTENCES } from './ear';

const LONG = 'A sentence that nobody has heard yet, long enough for the limit.';

let world: World;
let ear: Ear;
let view: PlayerWindow;
let asked: string[];

function serve(): void {
  world.api.synthesizeSpeech = async (_server, { text }) => {
    asked.push(text);
    return { bytes: new TextEncoder().encode(text), kind: 'wav', mediaType: 'audio/wav', usage: {} };
  };
}

/** The limit is less than the story, which the reader lets be read all the same. */
beforeEach(async () => {
  ({ world, ear, view } = await openStory());
  asked = [];
  serve();
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'api', model: 'openai/tts-1', voice: 'alloy' }, limit: 50 } });
  await read(world);
  await view.reach('paused');
  await world.call('answerSpending', { accept: true });
  await ear.listen();
});

const show = (text: string) => (world.page = { ...makeStory(), blocks: [{ id: 'b1', kind: 'paragraph', text }] });

it('what was agreed to for one text is not taken for the next; the limit counts anew from there', async () => {
  const before = asked.length;
  show(LONG);
  await read(world);
  expect(await view.reach('paused')).toMatchObject({ ask: { characters: LONG.length } });
  expect(asked).toHaveLength(before);
  show('Short enough.');
  await read(world);
  await expect.poll(() => asked.at(-1)).toBe('Short enough.');
});

it('it holds for its text also after the background was ended', async () => {
  await restart(world);
  serve();
  view = new PlayerWindow();
  await ear.playUntil(() => view.state.status === 'ended');
  expect(asked.toSorted()).toEqual(SENTENCES.toSorted());
});
