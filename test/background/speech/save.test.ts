import { beforeEach, expect, it } from 'vitest';
import { parseWav } from '~/lib/audio/wav';
import { speakTone, toWav } from '../../server/speak-tone';
import { World } from '../world';
import { makeStory, PlayerWindow, SENTENCES } from './ear';

let world: World;
let asked: string[];

beforeEach(async () => {
  world = await World.open();
  world.page = makeStory();
  asked = [];
  world.api.synthesizeSpeech = async (_server, { text }) => {
    asked.push(text);
    return { bytes: new Uint8Array(toWav(speakTone(text))), kind: 'wav', mediaType: 'audio/wav', usage: {} };
  };
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'api', model: 'openai/tts-1', voice: 'alloy' } } });
});

/** The file that a window was offered last. */
const offered = (): Blob | undefined => world.offerFile.mock.lastCall?.[0];

it('a narration is saved as the text that would be spoken, paragraph by paragraph', async () => {
  const { url, name } = await world.call('saveNarration', { tabId: 7, as: 'text', accept: false });
  expect([url, name]).toEqual(['blob:file', 'The lighthouse.txt']);
  const text = await offered()?.text();
  expect(text).toBe(`${SENTENCES.slice(0, 3).join(' ')}\n\n${SENTENCES.slice(3).join(' ')}\n`);
  expect(asked).toEqual([]);
});

it('as sound it is one file with every sentence and the silences between, and costs nothing again', async () => {
  const view = new PlayerWindow();
  world.tabs.set(7, { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: true });
  await world.call('saveNarration', { tabId: 7, as: 'audio', accept: true });
  const file = new Uint8Array((await offered()?.arrayBuffer()) ?? new ArrayBuffer());
  const samples = SENTENCES.reduce((sum, text) => sum + speakTone(text).length, 0);
  expect((parseWav(file)?.data.length ?? 0) / 2).toBeGreaterThan(samples);
  expect(asked.toSorted()).toEqual(SENTENCES.toSorted());
  expect(view.states.flatMap(({ saving }) => (saving ? [saving.of] : []))).toContain(6);
  await world.call('saveNarration', { tabId: 7, as: 'audio', accept: true });
  expect(asked).toHaveLength(6);
});

it('nothing is sent before the reader agrees, and what only the system speaks cannot be had', async () => {
  await expect(world.call('saveNarration', { tabId: 7, as: 'audio', accept: false })).rejects.toMatchObject({
    code: 'not-accepted', host: 'api.aimlapi.com', characters: SENTENCES.join('').length,
  });
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'api', model: 'inworld/tts-1-5-mini', voice: 'Ashley' } } });
  await expect(world.call('saveNarration', { tabId: 7, as: 'audio', accept: false })).rejects.toMatchObject({ usd: expect.closeTo((SENTENCES.join('').length * 6.5) / 1_000_000, 9) as number });
  await world.call('updateSettings', { player: { ...settings.player, voice: { kind: 'system', uri: '' } } });
  await expect(world.call('saveNarration', { tabId: 7, as: 'audio', accept: true })).rejects.toMatchObject({ code: 'voice-not-saved' });
  expect(asked).toEqual([]);
});

it('what was agreed to is saved to its end, beyond what may be read without asking', async () => {
  const { settings } = await world.call('getSettings', {});
  await world.call('updateSettings', { player: { ...settings.player, limit: 40 } });
  await world.call('saveNarration', { tabId: 7, as: 'audio', accept: true });
  expect(asked.toSorted()).toEqual(SENTENCES.toSorted());
});

it('stops when the reader says so', async () => {
  world.api.synthesizeSpeech = (_server, _request, { signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  const view = new PlayerWindow();
  const saving = world.call('saveNarration', { tabId: 7, as: 'audio', accept: true });
  const ended = expect(saving).rejects.toMatchObject({ code: 'cancelled' });
  await expect.poll(() => view.state.saving).toEqual({ done: 0, of: 6 });
  await world.call('stopSaving', {});
  await ended;
  await expect.poll(() => view.state.saving).toBeUndefined();
});
