import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '~/lib/background/platform';
import type { PlayerOptions } from '~/lib/shared/player';
import { makeAudioDatabase } from '~/lib/storage/audio-database';
import { World } from '../world';
import { Ear, makeStory, PlayerWindow, read, restart, SENTENCES, settle } from './ear';

let world: World;
let ear: Ear;
let view: PlayerWindow;
/** What the server was asked to speak, in order, and the signals of the requests. */
let asked: { text: string; signal: AbortSignal | undefined }[];
let speak: (text: string) => Promise<Awaited<ReturnType<ApiClient['synthesizeSpeech']>>>;

const audioOf = (text: string) => ({ bytes: new TextEncoder().encode(text), kind: 'wav' as const, mediaType: 'audio/wav', usage: { usd: 0.001 } });
const VOICE: PlayerOptions['voice'] = { kind: 'api', model: 'openai/tts-1', voice: 'alloy' };

async function begin({ accepted = true, player = {} }: { accepted?: boolean; player?: Partial<PlayerOptions> } = {}): Promise<void> {
  world = await World.open({ accepted });
  world.page = makeStory();
  ear = new Ear(world.audio);
  view = new PlayerWindow();
  asked = [];
  speak = async (text) => audioOf(text);
  serve();
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, voice: VOICE, ...player } });
}

function serve(): void {
  world.api.synthesizeSpeech = async (_server, { text }, { signal }) => {
    asked.push({ text, signal });
    const audio = await speak(text);
    signal?.throwIfAborted();
    return audio;
  };
}

/** What was asked for, sorted: sentences that are made at the same time leave in any order. */
const texts = () => asked.map(({ text }) => text).toSorted();
/** Sounds on the disk. */
function countKept(): Promise<number> {
  return makeAudioDatabase().use((database) => database.count('files'));
}
/** Plays to the end, whatever sounds. */
const playAll = () => ear.playUntil(() => view.state.status === 'ended');

describe('an API voice', () => {
  beforeEach(() => begin());

  it('speaks every sentence once, in order, asked for no more than three ahead of the ear', async () => {
    let ahead = 0;
    speak = async (text) => {
      ahead = Math.max(ahead, asked.length - ear.heard.length);
      return audioOf(text);
    };
    await read(world);
    await playAll();
    expect(texts()).toEqual(SENTENCES.toSorted());
    expect(ear.heard).toHaveLength(6);
    expect(new Set(ear.heard).size).toBe(6);
    expect(ahead).toBeLessThanOrEqual(3);
    expect(view.state).toMatchObject({ spent: { characters: SENTENCES.join('').length, usd: 0.006 } });
  });

  it('costs once, however often the page is read in a session', async () => {
    await read(world);
    await playAll();
    await read(world);
    await settle();
    await playAll();
    expect(asked).toHaveLength(6);
    expect(ear.heard).toHaveLength(12);
  });

  it('keeps the order when answers come in another', async () => {
    const waiting = new Map<string, () => void>();
    speak = async (text) => {
      await new Promise<void>((resolve) => waiting.set(text, resolve));
      return audioOf(text);
    };
    await read(world);
    await vi.waitFor(() => expect(waiting.size).toBe(3));
    for (const text of SENTENCES.slice(0, 3).reverse()) {
      expect(ear.isSilent).toBe(true);
      waiting.get(text)?.();
      await settle();
    }
    await ear.listen();
    expect(texts()).toEqual(SENTENCES.slice(0, 3).toSorted());
  });

  it('is no longer asked for what the reader has left', async () => {
    speak = () => new Promise(() => {});
    await read(world);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    await world.call('controlPlayer', { action: 'next-paragraph' });
    expect(asked.slice(0, 3).every(({ signal }) => signal?.aborted)).toBe(true);
    await vi.waitFor(() => expect(asked.slice(3).map(({ text }) => text).toSorted()).toEqual(SENTENCES.slice(3).toSorted()));
    await world.call('controlPlayer', { action: 'stop' });
    expect(asked.every(({ signal }) => signal?.aborted)).toBe(true);
  });

  it('a step to what is being made already asks for nothing twice', async () => {
    await read(world);
    await ear.listen();
    await world.call('controlPlayer', { action: 'next-sentence' });
    await settle();
    await playAll();
    expect(texts()).toEqual(SENTENCES.toSorted());
  });

  it('that fails in the middle is heard as far as it came; a system voice goes on at that very sentence', async () => {
    speak = async (text) => {
      if (text === SENTENCES[3]) throw new world.AppError('server-error', { status: 500, host: 'api.aimlapi.com' });
      return audioOf(text);
    };
    await read(world);
    await ear.playUntil(() => view.state.status === 'failed');
    expect(ear.heard).toHaveLength(3);
    expect(view.state).toMatchObject({ error: { code: 'server-error', host: 'api.aimlapi.com' } });
    await world.call('controlPlayer', { action: 'use-system-voice' });
    await playAll();
    expect(ear.heard.slice(3)).toEqual(SENTENCES.slice(3));
  });

  it('that fails is tried again by play', async () => {
    let fails = true;
    speak = async (text) => {
      if (fails) throw new world.AppError('timeout');
      return audioOf(text);
    };
    await read(world);
    await view.reach('failed');
    fails = false;
    await world.call('controlPlayer', { action: 'play' });
    await playAll();
    expect(ear.heard).toHaveLength(6);
  });

  it('that fails for what was asked before the reader tried once more is asked again', async () => {
    let failLate: (thrown: Error) => void = () => {};
    const late = new Promise<never>((_, reject) => (failLate = reject));
    const tried = new Map<string, number>();
    speak = async (text) => {
      const count = (tried.get(text) ?? 0) + 1;
      tried.set(text, count);
      if (count === 1 && text === SENTENCES[0]) throw new world.AppError('timeout');
      if (count === 1 && text === SENTENCES[1]) return late;
      return audioOf(text);
    };
    await read(world);
    await view.reach('failed');
    await world.call('controlPlayer', { action: 'play' });
    await ear.listen();
    failLate(new world.AppError('server-error', { status: 500 }));
    await playAll();
    expect(ear.heard).toHaveLength(6);
  });

  it('whose link is closed to Docent says which host to allow', async () => {
    speak = async () => {
      throw new world.AppError('audio-failed', { origin: 'https://cdn.aimlapi.com' });
    };
    await read(world);
    expect(await view.reach('failed')).toMatchObject({ error: { code: 'audio-failed', origin: 'https://cdn.aimlapi.com' } });
  });

  it('goes on after the background was ended, and what was said is not bought again', async () => {
    await read(world);
    await ear.listen();
    await settle();
    await restart(world);
    serve();
    view = new PlayerWindow();
    await playAll();
    expect(ear.heard).toHaveLength(6);
    expect(texts()).toEqual(SENTENCES.toSorted());
  });

  it('of a private window keeps no sound on the disk', async () => {
    world.tabs.set(7, { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: true });
    await read(world);
    await playAll();
    expect(ear.heard).toHaveLength(6);
    expect(await countKept()).toBe(0);
    world.tabs.set(7, { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: false });
    await read(world);
    await expect.poll(countKept).toBe(3);
  });
});

describe('consent', () => {
  it('comes before anything is sent to a server', async () => {
    await begin({ accepted: false });
    await read(world);
    const state = await view.reach('paused');
    expect(state.ask).toMatchObject({ host: 'api.aimlapi.com' });
    expect(state.ask?.characters).toBeGreaterThan(150);
    expect(asked).toEqual([]);
    await world.call('answerSpending', { accept: true });
    await playAll();
    expect(ear.heard).toHaveLength(6);
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toContain('api.aimlapi.com');
  });

  it('that is refused leaves the reading to a system voice', async () => {
    await begin({ accepted: false });
    await read(world);
    await view.reach('paused');
    await world.call('answerSpending', { accept: false });
    await playAll();
    expect(ear.heard).toEqual(SENTENCES);
    expect(asked).toEqual([]);
    expect((await world.call('getSettings', {})).settings.sendAcceptedHosts).toEqual([]);
  });

  it('is asked for a text longer than the limit, with the estimate, before its first sentence', async () => {
    await begin({ player: { limit: 100, voice: { kind: 'api', model: 'hume/octave-2', voice: 'x' } } });
    await read(world);
    const { ask } = await view.reach('paused');
    expect(ask?.characters).toBe(SENTENCES.join(' ').length - 1);
    expect(ask?.usd).toBeCloseTo(((ask?.characters ?? 0) * 63) / 1_000_000, 8);
    expect(asked).toEqual([]);
    await world.call('answerSpending', { accept: true });
    await playAll();
    expect(ear.heard).toHaveLength(6);
  });

  it('is asked for again once the limit is used up', async () => {
    await begin({ player: { limit: 200 } });
    await read(world);
    await playAll();
    world.page = { ...makeStory(), blocks: [{ id: 'b1', kind: 'paragraph', text: 'Something new that was never read before.' }] };
    await read(world);
    expect(await view.reach('paused')).toMatchObject({ ask: { characters: 41 } });
    expect(asked).toHaveLength(6);
  });
});

it('without a key nothing is sent, and the state says what is missing', async () => {
  await begin();
  await world.call('setKey', { key: '' });
  await read(world);
  expect(await view.reach('failed')).toMatchObject({ error: { code: 'no-key', host: 'api.aimlapi.com' } });
  expect(asked).toEqual([]);
});

it('a preview asks first, counts what is spoken, and costs once', async () => {
  await begin({ accepted: false });
  const hear = (accept: boolean) => world.call('previewVoice', { voice: VOICE, lang: 'en', accept });
  await expect(hear(false)).rejects.toMatchObject({ code: 'not-accepted', host: 'api.aimlapi.com' });
  expect(asked).toEqual([]);
  for (let times = 0; times < 2; times++) {
    const heard = hear(true);
    // Each preview has a name of its own.
    const preview = await vi.waitFor(() => world.audio.commands.filter(({ type }) => type === 'preview')[times] ?? Promise.reject(new Error('no preview')));
    world.audio.tell({ type: 'started', id: (preview as { clip: { id: string } }).clip.id });
    await heard;
  }
  expect(asked.map(({ text }) => text)).toEqual(['Hello! This is how I read to you.']);
  await read(world);
  await ear.listen();
  expect(view.state.spent?.characters).toBeGreaterThanOrEqual('Hello! This is how I read to you.'.length);
});
