import { expect, test } from 'vitest';
import { DEFAULT_PLAYER_OPTIONS, type PlayerState } from '~/lib/shared/player';
import { AudioDocument } from './support/audio-document.ts';
import { killWorker, openOwnPage, openPopup, openTab } from './support/docent.ts';
import { useStage } from './support/stage.ts';

const SENTENCES = Array.from({ length: 24 }, (_, i) => `Sentence number ${i + 1} tells of ship ${i + 1}.`);
const STORY = `<!doctype html><html lang="en"><title>Ships</title><article><h1>Ships</h1>${[0, 8, 16]
  .map((at) => `<p>${SENTENCES.slice(at, at + 8).join(' ')}</p>`)
  .join('')}</article></html>`;

/** Sentences heard when the background is ended. */
const KILLED_AT = [3, 7, 12];

const stage = useStage({ pages: { '/ships': STORY } });

/** Texts the server was asked to speak. */
const spoken = () => stage.api.speeches().map(({ body }) => (body as { text?: string; input?: string }).text ?? (body as { input?: string }).input ?? '');

test('a page is read by an API voice with every window closed and the background ended again and again: nothing is left out or said twice', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/ships'));
  const popup = await openPopup(stage.docent, page);
  const tabId = await popup.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  const own = await openOwnPage(stage.docent, 'options.html');
  const call = async (name: string, input: unknown) => own.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<unknown>, { name, input });
  const host = new URL(stage.api.baseUrl).host;
  const settings = { player: { ...DEFAULT_PLAYER_OPTIONS, rate: 4, voice: { kind: 'api', model: 'openai/gpt-4o-mini-tts', voice: 'alloy' } }, sendAcceptedHosts: [host] };
  expect(await call('updateSettings', settings)).toMatchObject({ ok: true });
  const audio = await AudioDocument.open(stage.docent, async () => {
    expect(await call('readAloud', { tabId, from: { kind: 'start' } })).toEqual({ ok: true });
  });
  const started = async () => (await audio.heard()).flatMap((event) => (event.type === 'started' ? [event.id] : []));
  await own.close();
  for (const count of KILLED_AT) {
    await expect.poll(async () => (await started()).length).toBeGreaterThanOrEqual(count);
    await killWorker(stage.docent);
  }
  await expect.poll(() => SENTENCES.filter((text) => !spoken().includes(text))).toEqual([]);
  const window = await openOwnPage(stage.docent, 'options.html');
  const state = () => window.evaluate(() => new Promise<PlayerState>((resolve) => {
    const port = chrome.runtime.connect({ name: 'player' });
    port.onMessage.addListener((event: { state: PlayerState }) => {
      resolve(event.state);
      port.disconnect();
    });
    port.postMessage({});
  }));
  await expect.poll(state).toMatchObject({ status: 'ended', queue: [{ title: 'Ships' }] });
  const places = (await started()).map((id) => id.replace(/^\d+\//, ''));
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBeGreaterThanOrEqual(SENTENCES.length);
});

test('a narration is saved as one file that a window can fetch, and as text', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/ships'));
  const popup = await openPopup(stage.docent, page);
  const save = (as: 'text' | 'audio') => popup.evaluate(async (format) => {
    const [tab] = await chrome.tabs.query({ active: true });
    const reply = (await chrome.runtime.sendMessage({ name: 'saveNarration', input: { tabId: tab?.id, as: format, accept: true } })) as { ok: boolean; value: { url: string; name: string } };
    const file = await (await fetch(reply.value.url)).blob();
    return { name: reply.value.name, type: file.type, size: file.size, text: format === 'text' ? await file.text() : '' };
  }, as);
  const text = await save('text');
  expect(text.name).toBe('Ships.txt');
  for (const sentence of SENTENCES) expect(text.text).toContain(sentence);
  const before = spoken().length;
  const sound = await save('audio');
  expect(sound).toMatchObject({ name: 'Ships.mp3', type: 'audio/mpeg' });
  expect(sound.size).toBeGreaterThan(20_000);
  // What was heard before is not asked for again, but for a sentence each time that a background ended before it had kept one.
  expect(spoken().length - before).toBeLessThanOrEqual(KILLED_AT.length);
});
