import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AudioClip } from '~/lib/shared/audio-host';
import type { PlayerOptions } from '~/lib/shared/player';
import { makePage, World } from '../world';
import { Ear, makeStory, PlayerWindow, read, SENTENCES, settle } from './ear';

const VOICE: PlayerOptions['voice'] = { kind: 'api', model: 'openai/tts-1', voice: 'alloy' };

let world: World;
let ear: Ear;
let asked: string[];

beforeEach(async () => {
  world = await World.open();
  world.page = makeStory();
  ear = new Ear(world.audio);
  asked = [];
  world.api.synthesizeSpeech = async (_server, { text }) => {
    asked.push(text);
    return { bytes: new TextEncoder().encode(text), kind: 'wav', mediaType: 'audio/wav', usage: {} };
  };
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, voice: VOICE } });
});

const extractions = () => world.executeScript.mock.calls.filter(([{ files }]) => files?.includes('/extract.js')).length;
const contentOf = (clip: AudioClip | undefined) => (clip?.kind === 'audio' ? clip.file.text() : undefined);

it('each sentence comes to the ear with its own sound, which lies on no disk yet', async () => {
  const database = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  try {
    await read(world);
    for (const sentence of SENTENCES) {
      await ear.listen();
      expect(await contentOf(ear.sounding)).toBe(sentence);
      await ear.finish();
    }
  } finally {
    database.mockRestore();
  }
});

describe('a button that goes down', () => {
  it('has the page read, and nothing sent before the press is complete; then it is not read again', async () => {
    const view = new PlayerWindow();
    await world.call('prepareReading', { tabId: 7 });
    await vi.waitFor(() => expect(extractions()).toBe(1));
    await settle();
    expect(asked).toEqual([]);
    expect(view.state.status).toBe('idle');
    await read(world);
    await ear.listen();
    expect(await contentOf(ear.sounding)).toBe(SENTENCES[0]);
    expect(extractions()).toBe(1);
  });

  it('counts for one press, and for its own tab', async () => {
    world.tabs.set(8, { id: 8, url: 'https://example.org/other', title: 'Other', incognito: false });
    await world.call('prepareReading', { tabId: 8 });
    await vi.waitFor(() => expect(extractions()).toBe(1));
    await read(world);
    await ear.listen();
    expect(extractions()).toBe(2);
    await read(world);
    await vi.waitFor(() => expect(extractions()).toBe(3));
  });

  it('and comes up late has read a page that may be another by now', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await world.call('prepareReading', { tabId: 7 });
      await vi.advanceTimersByTimeAsync(2_100);
    } finally {
      vi.useRealTimers();
    }
    world.page = makePage({ blocks: [{ id: 'b1', kind: 'paragraph', text: 'Something new.' }] });
    await read(world);
    await ear.listen();
    expect(await contentOf(ear.sounding)).toBe('Something new.');
  });

  it('over a page that cannot be read tells nothing; the press does', async () => {
    world.executeScript.mockRejectedValue(new Error('This page cannot be scripted due to an ExtensionsSettings policy.'));
    await world.call('prepareReading', { tabId: 7 });
    await expect(read(world)).rejects.toMatchObject({ code: 'page-forbidden' });
  });
});

it('a pointer that comes near starts the host at the reader\'s speed, and reads nothing', async () => {
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, rate: 2 } });
  await world.call('prepareReading', {});
  await vi.waitFor(() => expect(world.audio.commands).toContainEqual({ type: 'set', rate: 2, volume: 1 }));
  expect(world.executeScript).not.toHaveBeenCalled();
});
