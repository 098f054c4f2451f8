import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AudioClip } from '~/lib/shared/audio-host';
import { speakTone, toWav } from '../server/speak-tone.ts';
import { AudioDocument, type ElementEvent } from './support/audio-document.ts';
import { type Docent, launchDocent } from './support/docent.ts';

let docent: Docent;
let audio: AudioDocument;

/** Names of the files `a00` to `a39`: texts of 10 to 29 letters, so half a second to one and a half. */
const NAMES = Array.from({ length: 40 }, (_, index) => `a${String(index).padStart(2, '0')}`);
const samples = (name: string) => speakTone(name.padEnd(10 + ((Number(name.slice(1)) * 7) % 20), '.'));

const clip = (id: string, about: Partial<AudioClip & { pause: number }> = {}): AudioClip => ({ id, kind: 'audio', key: id, pause: 0, ...about }) as AudioClip;

beforeAll(async () => {
  docent = await launchDocent();
  audio = await AudioDocument.open(docent);
  await audio.keep(Object.fromEntries(NAMES.map((name) => [name, toWav(samples(name))])));
});
afterAll(() => docent.browser.close());
beforeEach(() => audio.forget());

const waitForDry = (timeout = 40_000) => expect.poll(async () => (await audio.heard()).some(({ type }) => type === 'dry'), { timeout }).toBe(true);

/** Milliseconds from each end to the next beginning. */
function gaps(events: readonly ElementEvent[]): number[] {
  const found: number[] = [];
  let end: number | undefined;
  for (const { name, time } of events) {
    if (name === 'ended') end = time;
    if (name === 'playing' && end !== undefined) {
      found.push(time - end);
      end = undefined;
    }
  }
  return found.sort((a, b) => a - b);
}

test('forty clips sound in their order, each to its end, with hardly a silence in between', { timeout: 90_000 }, async () => {
  await audio.send({ type: 'set', rate: 2, volume: 1 });
  await audio.send({ type: 'replace', clips: NAMES.map((name) => clip(name)) });
  await waitForDry(60_000);
  const heard = await audio.heard();
  expect(heard.filter(({ type }) => type === 'started').map((event) => 'id' in event && event.id)).toEqual(NAMES);
  expect(heard.filter(({ type }) => type === 'ended').map((event) => 'id' in event && event.id)).toEqual(NAMES);
  const elements = await audio.elements();
  const ends = elements.filter(({ name }) => name === 'ended');
  expect(ends).toHaveLength(NAMES.length);
  for (const [index, { position }] of ends.entries()) expect(position).toBeCloseTo(samples(NAMES[index] as string).length / 24_000, 2);
  const silences = gaps(elements);
  expect(silences).toHaveLength(NAMES.length - 1);
  expect(silences[Math.ceil(silences.length * 0.95) - 1]).toBeLessThan(40);
});
