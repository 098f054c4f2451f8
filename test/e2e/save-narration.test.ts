import { expect, test } from 'vitest';
import { parseMp3 } from '~/lib/audio/mp3';
import { parseWav } from '~/lib/audio/wav';
import { DEFAULT_PLAYER_OPTIONS } from '~/lib/shared/player';
import { SAMPLE_RATE, speakTone, toMp3 } from '../server/speak-tone.ts';
import { openPopup, openTab, press } from './support/docent.ts';
import { saveFile } from './support/downloads.ts';
import { callDocent } from './support/pictures.ts';
import { useStage } from './support/stage.ts';

const WORDS = ['harbour', 'lamp', 'storm', 'ferry', 'tower', 'winter', 'channel', 'engineer', 'council', 'diary', 'quay', 'signal'];
/** Sentences of which no two are alike. */
const compose = (count: number, words: number) =>
  Array.from({ length: count }, (_, n) => `Number ${n} tells of the ${Array.from({ length: words }, (_word, at) => WORDS[(n + at * at + at) % WORDS.length]).join(' and the ')}.`);
const page = (title: string, sentences: string[]) =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></html>`;

const SHORT = compose(12, 5);
/** An hour of WAV sound is 170 MB; this is about 40 minutes. */
const LONG = compose(150, 24);

const stage = useStage({ pages: { '/short': page('The harbour', SHORT), '/long': page('The long winter', LONG) } });

/** Saves the narration of a page from the popup, with a voice whose sound is of that kind, and gives the file on the disk. */
async function save(path: string, as: 'audio' | 'text', kind: 'wav' | 'mp3' = 'wav'): Promise<{ name: string; bytes: Buffer }> {
  const tab = await openTab(stage.docent, stage.sites.url(path));
  const popup = await openPopup(stage.docent, tab);
  await callDocent(popup, 'updateSettings', { player: { ...DEFAULT_PLAYER_OPTIONS, voice: { kind: 'api', model: `test/audio=${kind}`, voice: 'alloy' } } });
  const file = await saveFile(stage.docent, async () => {
    await press(popup, 'button', 'More ways to read aloud');
    await press(popup, 'button', as === 'text' ? 'Save as text' : 'Save as audio');
    if (as === 'audio') await press(popup, 'button', 'Send and save');
    const refused = await popup.waitForSelector('.read-options [role=alert]', { timeout: 0 });
    throw new Error(await refused?.evaluate(({ textContent }) => textContent));
  });
  await popup.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, file.name);
  await tab.close();
  return file;
}

/** Bytes that lie between the pieces, which must all be there, one after the other. */
function gapsBetween(whole: Buffer, pieces: Buffer[]): Buffer[] {
  const gaps: Buffer[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = whole.indexOf(piece, at);
    expect(found, `piece ${index}`).toBeGreaterThanOrEqual(at);
    gaps.push(whole.subarray(at, found));
    at = found + piece.length;
  }
  return [...gaps, whole.subarray(at)];
}

/** Checks that the samples are exactly those that the server spoke, with nothing but silence between. Gives the silence in seconds. */
function checkSamples(bytes: Buffer, texts: string[]): number {
  const wav = parseWav(bytes);
  expect(wav).toMatchObject({ isExact: true, sampleRate: SAMPLE_RATE, channels: 1, bitsPerSample: 16 });
  const data = Buffer.from(wav?.data ?? []);
  const gaps = gapsBetween(data, texts.map((text) => Buffer.from(speakTone(text).buffer)));
  for (const gap of gaps) expect(gap.equals(Buffer.alloc(gap.length))).toBe(true);
  const silence = gaps.reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toHaveLength(44 + texts.reduce((sum, text) => sum + speakTone(text).byteLength, 0) + silence);
  return silence / 2 / SAMPLE_RATE;
}

test('as WAV the file on the disk holds every sample of every sentence, and pauses between', async () => {
  const { name, bytes } = await save('/short', 'audio');
  expect(name).toBe('The harbour.wav');
  const silence = checkSamples(bytes, SHORT);
  expect(silence).toBeGreaterThan(0);
  expect(silence).toBeLessThan(2 * SHORT.length);
});

test('as MP3 it holds every frame, in order', async () => {
  const { name, bytes } = await save('/short', 'audio', 'mp3');
  expect(name).toBe('The harbour.mp3');
  const pieces = SHORT.map((text) => Buffer.from(parseMp3(toMp3(speakTone(text)))?.data ?? []));
  const whole = parseMp3(bytes);
  const gaps = gapsBetween(Buffer.from(whole?.data ?? []), pieces);
  // Each gap is whole frames of silence.
  for (const gap of gaps) expect(gap.length === 0 || parseMp3(gap)?.data.length === gap.length).toBe(true);
});

test('as text it holds every sentence', async () => {
  const { name, bytes } = await save('/short', 'text');
  expect(name).toBe('The harbour.txt');
  for (const text of SHORT) expect(bytes.toString()).toContain(text);
});

test('a file of more than 100 MB is saved, too', { timeout: 600_000 }, async () => {
  const { name, bytes } = await save('/long', 'audio');
  expect(name).toBe('The long winter.wav');
  expect(bytes.length).toBeGreaterThan(100 * 1024 * 1024);
  checkSamples(bytes, LONG);
});
