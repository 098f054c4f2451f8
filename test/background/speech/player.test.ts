import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makePage, type World } from '../world';
import { type Ear, makeStory, openStory, type PlayerWindow, read, SENTENCES, settle } from './ear';

let world: World;
let ear: Ear;
let view: PlayerWindow;

beforeEach(async () => void ({ world, ear, view } = await openStory()));

describe('a page read aloud', () => {
  it('is heard sentence by sentence, each once and in order, and ends', async () => {
    await read(world);
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(SENTENCES);
    expect(ear.mostAhead).toBeLessThanOrEqual(3);
    expect(view.state).toMatchObject({ status: 'ended', queue: [{ kind: 'page', title: 'The lighthouse' }] });
  });

  it('tells windows which sentence sounds, how far it is, and what speaks', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    const state = await view.reach('playing');
    expect(state.sentence?.text).toBe(SENTENCES[1]);
    expect(state.share).toBeCloseTo(34 / 182, 1);
    expect(state.secondsLeft).toBeGreaterThan(1);
    expect(state.voice?.ref).toEqual({ kind: 'system', uri: '' });
  });

  it('of a million words begins at once and never holds more than a few sentences', async () => {
    const text = 'All work and no play makes a dull day for the keeper of the light. '.repeat(14).trim();
    world.page = makePage({ blocks: Array.from({ length: 5_000 }, (_, i) => ({ id: `b${i + 1}`, kind: 'paragraph' as const, text })) });
    await read(world);
    await ear.listen();
    for (let i = 0; i < 20; i++) await ear.finish();
    expect(ear.mostAhead).toBeLessThanOrEqual(3);
    expect(ear.started.length).toBeLessThan(25);
    expect(view.state.share).toBeLessThan(0.001);
  });

  it('pauses, and goes on in the middle of the sentence', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'pause' });
    expect(ear.isSilent).toBe(true);
    await view.reach('paused');
    const commands = world.audio.commands.length;
    await world.call('controlPlayer', { action: 'play' });
    expect(world.audio.commands.slice(commands).map(({ type }) => type)).toEqual(['resume']);
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(SENTENCES);
  });

  it('goes on where it paused although the host was ended meanwhile', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'pause' });
    ear.die();
    await world.call('controlPlayer', { action: 'play' });
    expect(await ear.listen()).toBe(SENTENCES[1]);
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(SENTENCES);
  });

  it('steps by sentence and paragraph, and to a share', async () => {
    await read(world);
    await ear.listen();
    const go = async (action: 'next-sentence' | 'previous-sentence' | 'next-paragraph' | 'previous-paragraph') => {
      await world.call('controlPlayer', { action });
      await settle();
      return ear.listen();
    };
    expect(await go('next-sentence')).toBe(SENTENCES[1]);
    expect(await go('next-sentence')).toBe(SENTENCES[2]);
    expect(await go('previous-sentence')).toBe(SENTENCES[1]);
    expect(await go('next-paragraph')).toBe(SENTENCES[3]);
    expect(await go('previous-paragraph')).toBe(SENTENCES[0]);
    await world.call('seekPlayer', { share: 0.75 });
    await settle();
    expect(SENTENCES.slice(3)).toContain(await ear.listen());
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard.at(-1)).toBe(SENTENCES[5]);
  });

  it('several steps at once count, and steps while paused stay silent until it goes on', async () => {
    await read(world);
    await ear.listen();
    await world.call('controlPlayer', { action: 'pause' });
    await world.call('controlPlayer', { action: 'next-sentence' });
    await world.call('controlPlayer', { action: 'next-sentence' });
    await world.call('controlPlayer', { action: 'next-sentence' });
    expect(ear.isSilent).toBe(true);
    await settle();
    expect(view.state).toMatchObject({ status: 'paused', sentence: { text: SENTENCES[3] } });
    await world.call('controlPlayer', { action: 'play' });
    expect(await ear.listen()).toBe(SENTENCES[3]);
  });

  it('takes speed and volume at once, and another voice at the same sentence', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    const { settings } = await world.call('getSettings', {});
    await world.call('updateSettings', { player: { ...settings.player, rate: 2.5, volume: 0.5 } });
    expect(world.audio.commands.at(-1)).toEqual({ type: 'set', rate: 2.5, volume: 0.5 });
    await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'system', uri: 'anna' } } });
    await settle();
    expect(await ear.listen()).toBe(SENTENCES[1]);
    expect(ear.sounding).toMatchObject({ voice: 'anna' });
  });

  it('goes back to no sentence that ended while another voice was taken', async () => {
    await read(world);
    await ear.finish();
    await ear.listen();
    const { settings } = await world.call('getSettings', {});
    const changing = world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'system', uri: 'anna' } } });
    // The name of the voice is asked for, which takes a moment.
    await vi.waitFor(() => expect(world.audio.commands.at(-1)).toEqual({ type: 'voices' }));
    await ear.finish();
    await changing;
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(SENTENCES);
  });

  it('reads on with the browser\'s voice when the chosen one is gone', async () => {
    const { settings } = await world.call('getSettings', {});
    await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'system', uri: 'anna' } } });
    await read(world);
    await ear.listen();
    ear.refuse({ code: 'voice-unknown' });
    await settle();
    expect(await ear.listen()).toBe(SENTENCES[0]);
    expect(ear.sounding).toMatchObject({ voice: '' });
    ear.refuse({ code: 'no-voices' });
    expect(await view.reach('failed')).toMatchObject({ error: { code: 'no-voices' } });
  });

  it('gives a quotation in another language its own voice', async () => {
    const french = 'Le gardien du phare habitait seul avec son chat depuis de longues années.';
    world.page = makePage({ blocks: [{ id: 'b1', kind: 'paragraph', text: SENTENCES[0] ?? '' }, { id: 'b2', kind: 'quote', text: french, lang: 'fr' }] });
    const { settings } = await world.call('getSettings', {});
    await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'system', uri: 'anna' }, voices: { fr: { kind: 'system', uri: 'amélie' } } } });
    await read(world);
    await ear.finish();
    await ear.listen();
    expect(ear.sounding).toMatchObject({ text: french, voice: 'amélie', lang: 'fr' });
  });

  it('of which only a part is selected: that part', async () => {
    await read(world, { from: { kind: 'selection', text: 'a cat' } });
    await ear.playUntil(() => view.state.status === 'ended');
    expect(ear.heard).toEqual(['a cat']);
  });

  it('that cannot be read says why', async () => {
    world.tabs.set(7, { id: 7, url: 'chrome://settings', title: 'Settings' });
    await expect(read(world)).rejects.toMatchObject({ code: 'page-forbidden' });
    expect(await view.reach('failed')).toMatchObject({ error: { code: 'page-forbidden' } });
  });
});

describe('the place', () => {
  it('is kept when the reader stops, and forgotten at the end', async () => {
    await read(world);
    await ear.finish();
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'stop' });
    expect(await view.reach('idle')).toEqual({ status: 'idle', queue: [] });
    expect(ear.isSilent).toBe(true);
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[2]);
    await ear.playUntil(() => view.state.status === 'ended');
    await world.call('controlPlayer', { action: 'stop' });
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[0]);
  });

  it('is found again by its words when the page has changed', async () => {
    await read(world);
    await ear.finish();
    await ear.finish();
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'stop' });
    const story = makeStory();
    world.page = { ...story, blocks: [{ id: 'b1', kind: 'paragraph', text: 'News of the day.' }, ...story.blocks.map((block, i) => ({ ...block, id: `b${i + 2}` }))] };
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[3]);
  });

  it('of a private window is never written to the disk', async () => {
    world.tabs.set(7, { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: true });
    await read(world);
    await ear.finish();
    await ear.listen();
    await world.call('controlPlayer', { action: 'stop' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('example.org/story');
    await read(world, { from: { kind: 'resume' } });
    expect(await ear.listen()).toBe(SENTENCES[1]);
  });
});
