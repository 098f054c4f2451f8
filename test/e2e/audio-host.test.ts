import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MS_PER_CHARACTER, speakTone, toWav } from '../server/speak-tone.ts';
import { AudioDocument, type KeptClip } from './support/audio-document.ts';
import { type Docent, killWorker, launchDocent } from './support/docent.ts';

let docent: Docent;
let audio: AudioDocument;

/** Names of the files `a00` to `a39`: texts of 10 to 29 letters, so half a second to one and a half. */
const NAMES = Array.from({ length: 40 }, (_, index) => `a${String(index).padStart(2, '0')}`);
/** Milliseconds of a sound in whose middle something happens, however slow the machine. */
const LONG = 30_000;
const samples = (name: string) => speakTone(name.padEnd(10 + ((Number(name.slice(1)) * 7) % 20), '.'));

const clip = (id: string, about: Partial<KeptClip> = {}): KeptClip => ({ id, kind: 'audio', name: id, pause: 0, ...about });

beforeAll(async () => {
  docent = await launchDocent();
  audio = await AudioDocument.open(docent);
  await audio.keep(Object.fromEntries(NAMES.map((name) => [name, toWav(samples(name))])));
});
afterAll(() => docent.browser.close());
beforeEach(() => audio.forget());

/** The list is played, and the last sound, which is told of in advance, has come to its end. */
async function waitForDry(): Promise<void> {
  await expect.poll(async () => (await audio.heard()).some(({ type }) => type === 'dry')).toBe(true);
  await expect.poll(async () => {
    const events = await audio.elements();
    const last = Math.max(...events.map(({ sound }) => sound));
    return events.some(({ name, sound }) => name === 'ended' && sound === last);
  }).toBe(true);
}

const ids = async (type: string) => (await audio.heard()).flatMap((event) => (event.type === type && 'id' in event ? [event.id] : []));

test('forty clips sound in their order, each to its end, also when the worker dies', async () => {
  await audio.send({ type: 'set', rate: 2, volume: 1 });
  await audio.send({ type: 'replace', clips: NAMES.map((name) => clip(name)) });
  await expect.poll(() => ids('started')).toContain('a05');
  await killWorker(docent);
  await waitForDry();
  expect(await ids('started')).toEqual(NAMES);
  expect(await ids('ended')).toEqual(NAMES);
  const elements = await audio.elements();
  for (const [index, name] of NAMES.entries()) {
    const end = elements.find((event) => event.name === 'ended' && event.sound === index);
    expect(end?.position).toBeCloseTo(samples(name).length / 24_000, 2);
  }
  // The browser never frees what the output has taken: a few elements play all. Before the output runs each sound has its own.
  expect(await audio.countElements()).toBeLessThan(NAMES.length / 2);
});

test('a pause holds the very place, and the sound goes on from there', async () => {
  await audio.keep({ long: toWav(speakTone('.'.repeat(LONG / MS_PER_CHARACTER))) });
  await audio.send({ type: 'set', rate: 4, volume: 0.5 });
  await audio.send({ type: 'replace', clips: [clip('long'), clip('a03')] });
  await expect.poll(() => ids('started')).toEqual(['long']);
  await audio.send({ type: 'pause' });
  await audio.send({ type: 'resume' });
  await waitForDry();
  const events = (await audio.elements()).filter(({ sound }) => sound === 0);
  // On a busy machine "playing" is told more than once. At its end a sound pauses by itself.
  const told = events.map(({ name }) => name).filter((name, index, all) => name !== all[index - 1]);
  expect(told).toEqual(['playing', 'pause', 'playing', 'pause', 'ended']);
  const pause = events.find(({ name }) => name === 'pause');
  const again = events.slice(events.findIndex((event) => event === pause)).find(({ name }) => name === 'playing');
  expect(again?.position).toBeGreaterThanOrEqual(pause?.position ?? Number.NaN);
  expect(await ids('started')).toEqual(['long', 'a03']);
});

test('speed takes effect in the middle of a sound, and its pitch is kept', async () => {
  await audio.keep({ long: toWav(speakTone('.'.repeat(LONG / MS_PER_CHARACTER))) });
  await audio.send({ type: 'set', rate: 0.5, volume: 1 });
  await audio.send({ type: 'replace', clips: [clip('long')] });
  await expect.poll(() => ids('started')).toEqual(['long']);
  await audio.send({ type: 'set', rate: 4, volume: 1 });
  const change = async () => (await audio.elements()).find(({ name }) => name === 'ratechange');
  await expect.poll(change).toMatchObject({ rate: 4, keepsPitch: true, sound: 0 });
  const { position, duration } = (await change()) ?? {};
  expect(position).toBeLessThan(duration ?? 0);
});

test.for([
  ['empty', new Uint8Array(0), 'empty-answer'],
  ['silent', toWav(new Int16Array(0)), 'empty-answer'],
  ['text', new TextEncoder().encode('<!doctype html><title>Sign in</title>'), 'bad-response'],
] as const)('a file that is %s fails by itself, and the rest can go on', async ([name, bytes, code]) => {
  await audio.keep({ [name]: bytes });
  await audio.send({ type: 'replace', clips: [clip('a00'), clip('bad', { name }), clip('a01')] });
  await expect.poll(() => ids('failed')).toEqual(['bad']);
  expect(await audio.heard()).toContainEqual(expect.objectContaining({ type: 'failed', error: expect.objectContaining({ code }) }));
  expect(await ids('started')).toEqual(['a00']);
  await audio.send({ type: 'resume' });
  await waitForDry();
  expect(await ids('ended')).toEqual(['a00', 'a01']);
});
