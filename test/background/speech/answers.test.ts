import { beforeEach, describe, expect, it } from 'vitest';
import { SUMMARIZE, type World } from '../world';
import { type Ear, openStory, PlayerWindow, restart, settle } from './ear';

let world: World;
let ear: Ear;
let view: PlayerWindow;

beforeEach(async () => void ({ world, ear, view } = await openStory()));

describe('an answer read aloud', () => {
  it('is heard from its first finished sentence on, waits where it is not written yet, and ends with it', async () => {
    const runId = await world.start(SUMMARIZE);
    const answer = await world.answer();
    await world.call('readAnswer', { runId });
    answer.text('The **first** sentence. The sec');
    expect(await ear.listen()).toBe('The first sentence.');
    expect(view.state.share).toBeUndefined();
    await ear.finish();
    expect(ear.isSilent).toBe(true);
    await view.reach('loading');
    answer.text('ond one. And ');
    expect(await ear.listen()).toBe('The second one.');
    await view.reach('playing');
    await ear.finish();
    answer.text('the last').finish();
    expect(await ear.listen()).toBe('And the last');
    await ear.finish();
    await view.reach('ended');
    expect(ear.heard).toEqual(['The first sentence.', 'The second one.', 'And the last']);
  });

  it('that is written already is read like a page, and again', async () => {
    const runId = await world.start(SUMMARIZE);
    (await world.answer()).text('- One thing.\n- Another thing.\n\nThe end.').finish();
    await world.reach(world.watch(), runId, 'done');
    await world.call('readAnswer', { runId });
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(['One thing.', 'Another thing.', 'The end.']);
    await world.call('controlPlayer', { action: 'play' });
    expect(await ear.listen()).toBe('One thing.');
    await world.call('controlPlayer', { action: 'next-paragraph' });
    await settle();
    expect(await ear.listen()).toBe('Another thing.');
  });

  it('goes on after the background was ended, without saying anything twice', async () => {
    const runId = await world.start(SUMMARIZE);
    (await world.answer()).text('One. Two. Three. Four. Five. Six. Seven.').finish();
    await world.reach(world.watch(), runId, 'done');
    await world.call('readAnswer', { runId });
    await ear.finish();
    await restart(world);
    view = new PlayerWindow();
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.']);
  });

  it('that is no more cannot be read', async () => {
    await expect(world.call('readAnswer', { runId: 'gone' })).rejects.toMatchObject({ code: 'bad-message' });
  });
});
