import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { speakTone, tonePitch, toWav } from '../server/speak-tone.ts';
import { AudioDocument, type KeptClip } from './support/audio-document.ts';
import { type Docent, launchDocent } from './support/docent.ts';
import { RECORDED_RATE, type SystemVoices, startSystemVoices, type Tape, voicesMissing } from './support/system-voices.ts';

if (voicesMissing) console.log(`Skipped: ${voicesMissing}.`);

/** What comes out of the loudspeaker, recorded. */
describe.skipIf(voicesMissing)('the sound of a server\'s voice', () => {
  let docent: Docent;
  let audio: AudioDocument;
  let voices: SystemVoices | undefined;

  const TEXT = 'The lighthouse was built in 1851.';
  const clip = (id: string): KeptClip => ({ id, kind: 'audio', name: 'sound', pause: 0 });

  beforeAll(async () => {
    voices = await startSystemVoices();
    docent = await launchDocent({ env: voices.env, audible: true });
    audio = await AudioDocument.open(docent);
    await audio.keep({ sound: toWav(speakTone(TEXT)) });
  });
  afterAll(async () => {
    await docent?.browser.close();
    await voices?.[Symbol.asyncDispose]();
  });
  beforeEach(() => audio.forget());

  const ids = async (type: string) => (await audio.heard()).flatMap((event) => (event.type === type && 'id' in event ? [event.id] : []));
  const told = async (type: string) => (await audio.heard()).some((event) => event.type === type);

  async function hear(rate: number, volume: number): Promise<Tape> {
    await audio.forget();
    const tape = voices?.record() ?? expect.unreachable();
    await audio.send({ type: 'set', rate, volume });
    // The first may begin before the output does; the second goes through it.
    await audio.send({ type: 'replace', clips: [clip('one'), clip('two')] });
    await expect.poll(() => told('dry')).toBe(true);
    // What is told to be over is over for the element; the loudspeaker has the rest still before it.
    await expect.poll(async () => (await audio.elements()).filter(({ name }) => name === 'ended')).toHaveLength(2);
    return tape.end();
  }

  test.for([0.5, 1, 2, 4])('keeps its pitch at speed %d', async (rate) => {
    const { samples } = await hear(rate, 1);
    const pitch = tonePitch(TEXT);
    const others = [0.25, 0.5, 2, 4].map((factor) => strength(samples, pitch * factor));
    expect(strength(samples, pitch)).toBeGreaterThan(10 * Math.max(...others));
  });

  test('is as loud as the reader wishes', async () => {
    const [loud, quiet] = [await hear(1, 1), await hear(1, 0.25)].map(({ samples }) => loudness(samples));
    expect((quiet ?? 0) / (loud ?? 0)).toBeCloseTo(0.25, 1);
  });

  test('reading goes on to the end though the sound server ends in the middle of a sentence', async () => {
    const names = ['one', 'two', 'three', 'four'];
    await audio.send({ type: 'set', rate: 1, volume: 1 });
    await audio.send({ type: 'replace', clips: names.map(clip) });
    await expect.poll(() => ids('started')).toContain('two');
    await voices?.endSound();
    await expect.poll(() => ids('ended')).toEqual(names);
    expect(await ids('started')).toEqual(names);
  });
});

/** What nine in ten of the samples that are not silent stay under. */
function loudness(samples: Int16Array): number {
  const heard = samples.map(Math.abs).filter((sample) => sample > 50).sort();
  return heard[Math.floor(heard.length * 0.9)] ?? 0;
}

/** How much of a pitch there is in a recording: the length of its sum with a wave of that pitch. */
function strength(samples: Int16Array, pitch: number): number {
  let [real, imaginary, most] = [0, 0, 0];
  const step = (2 * Math.PI * pitch) / RECORDED_RATE;
  samples.forEach((sample, index) => {
    // Breaks shift the wave: it is looked at in parts of 50 ms.
    if (index % (RECORDED_RATE / 20) === 0) [real, imaginary] = [0, 0];
    real += sample * Math.cos(index * step);
    imaginary += sample * Math.sin(index * step);
    most = Math.max(most, Math.hypot(real, imaginary));
  });
  return most;
}
