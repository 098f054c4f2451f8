import { MPEGDecoder } from 'mpg123-decoder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAudio } from '~/lib/audio/check-audio';
import { AudioJoiner, type JoinedAudio } from '~/lib/audio/join-audio';
import { mp3Seconds, parseMp3 } from '~/lib/audio/mp3';
import { readFrameHeader } from '~/lib/audio/mp3-header';
import { writeInfoFrame } from '~/lib/audio/mp3-info';
import { parseWav } from '~/lib/audio/wav';
import type { AppError } from '~/lib/shared/app-error';
import { SAMPLE_RATE, speakTone, toMp3, tonePitch, toWav } from '../server/speak-tone';

const TEXTS = ['The first sentence.', 'A second one, somewhat longer than the first.', 'Third!'];
const tones = TEXTS.map(speakTone);

let decoder: MPEGDecoder;
beforeAll(async () => {
  decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
});
afterAll(() => decoder.free());

function wholeOf({ parts }: JoinedAudio): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

function join(files: Uint8Array[], pause = 0): JoinedAudio {
  const joiner = new AudioJoiner();
  files.forEach((file, i) => {
    if (i > 0) joiner.addPause(pause);
    joiner.add(file);
  });
  return joiner.finish();
}

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return (thrown as AppError).data;
  }
}

/** The samples that mpg123, a decoder of its own, hears. */
async function decode(file: Uint8Array): Promise<Float32Array> {
  await decoder.reset();
  const { channelData, errors } = decoder.decode(file);
  expect(errors).toEqual([]);
  return channelData[0] ?? new Float32Array();
}

/** Cycles a second, counted where the wave crosses zero upwards. */
function pitchOf(samples: Float32Array | Int16Array, rate = SAMPLE_RATE): number {
  let crossings = 0;
  for (let i = 1; i < samples.length; i++) if ((samples[i - 1] ?? 0) < 0 && (samples[i] ?? 0) >= 0) crossings++;
  return (crossings * rate) / samples.length;
}

describe('WAV files', () => {
  test('join into one with exactly the samples of each, in order', () => {
    const joined = join(tones.map((tone) => toWav(tone)));
    expect(parseWav(wholeOf(joined))).toMatchObject({ isExact: true, sampleRate: SAMPLE_RATE });
    expect(Buffer.from(parseWav(wholeOf(joined))?.data ?? [])).toEqual(Buffer.concat(tones.map((tone) => Buffer.from(tone.buffer))));
    expect(joined.mediaType).toBe('audio/wav');
    expect(joined.starts).toEqual([0, 19 * 0.055, (19 + 45) * 0.055].map((start) => expect.closeTo(start, 6) as number));
    expect(joined.seconds).toBeCloseTo(70 * 0.055, 6);
  });

  test('have silence between them, to the sample', () => {
    const joined = join(tones.map((tone) => toWav(tone)), 0.25);
    expect(joined.seconds).toBeCloseTo(70 * 0.055 + 0.5, 6);
    const data = parseWav(wholeOf(joined))?.data ?? new Uint8Array();
    const [first] = tones;
    const gap = data.subarray(first?.byteLength, (first?.byteLength ?? 0) + 0.25 * SAMPLE_RATE * 2);
    expect(gap.length).toBe(12_000);
    expect(gap.every((byte) => byte === 0)).toBe(true);
  });

  test('are the same when they are taken out on the way, so that no memory holds the file', () => {
    const joiner = new AudioJoiner();
    const taken: Uint8Array[] = [];
    for (const tone of tones) {
      joiner.add(toWav(tone));
      joiner.addPause(0.25);
      expect(joiner.waiting).toBe(tone.byteLength + 12_000);
      taken.push(...joiner.take());
      expect(joiner.waiting).toBe(0);
    }
    const { parts, seconds } = joiner.finish();
    expect(parts).toHaveLength(1);
    const whole = parseWav(new Uint8Array(Buffer.concat([...parts, ...taken])));
    expect(whole).toMatchObject({ isExact: true });
    expect(seconds).toBeCloseTo(70 * 0.055 + 0.75, 6);
  });

  test('that were streamed are joined by what they hold', () => {
    const joined = join(tones.map((tone) => toWav(tone, 0xffff_ffff)));
    expect(joined.seconds).toBeCloseTo(70 * 0.055, 6);
  });

  test('of different sample rates are not', () => {
    const other = toWav(tones[1] ?? new Int16Array());
    other.writeUInt32LE(44_100, 24);
    expect(errorOf(() => join([toWav(tones[0] ?? new Int16Array()), other]))).toMatchObject({ code: 'audio-mixed', detail: expect.stringContaining('44100 Hz') as string });
  });
});

describe('MP3 files', () => {
  const files = tones.map((tone) => toMp3(tone));

  test('join into one that decodes to the sound of each, in order, with its duration told', async () => {
    const apart = await Promise.all(files.map((file) => decode(file)));
    const joined = join(files);
    const heard = await decode(wholeOf(joined));
    expect(heard.length).toBe(apart.reduce((sum, { length }) => sum + length, 0));
    expect(joined.seconds).toBeCloseTo(heard.length / SAMPLE_RATE, 6);
    expect(checkAudio(wholeOf(joined))).toMatchObject({ kind: 'mp3', seconds: joined.seconds });
    TEXTS.forEach((text, i) => {
      const start = Math.round((joined.starts[i] ?? 0) * SAMPLE_RATE);
      const middle = heard.subarray(start + 2_000, start + (apart[i]?.length ?? 0) - 2_000);
      expect(Math.abs(pitchOf(middle) - tonePitch(text))).toBeLessThan(6);
    });
  });

  test('have silence between them that decodes without an error', async () => {
    const without = await decode(wholeOf(join(files)));
    const joined = join(files, 0.24);
    const heard = await decode(wholeOf(joined));
    expect(heard.length - without.length).toBe(2 * 10 * 576);
    const end = Math.round((joined.starts[1] ?? 0) * SAMPLE_RATE);
    const quiet = heard.subarray(end - 3_500, end - 200);
    expect(Math.max(...quiet.map(Math.abs))).toBeLessThan(0.001);
    expect(joined.seconds).toBeCloseTo(heard.length / SAMPLE_RATE, 6);
  });

  test('with tags and descriptions of their own lose these and no sound', async () => {
    const [file = Buffer.alloc(0)] = files;
    const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\x00', 'latin1'), Buffer.alloc(128, 0xff)]);
    const info = writeInfoFrame(file, { sizes: [1, 2], delay: 576, padding: 100 });
    const tagged = Buffer.concat([id3, info, file, Buffer.from('TAG'), Buffer.alloc(125, 0x20)]);
    const [plain, dressed] = [parseMp3(file), parseMp3(tagged)];
    expect(dressed?.data).toEqual(plain?.data);
    expect(dressed).toMatchObject({ delay: 576, padding: 100 });
    expect((plain ? mp3Seconds(plain) : 0) - (dressed ? mp3Seconds(dressed) : 0)).toBeCloseTo(676 / SAMPLE_RATE, 6);
    const joined = join([tagged, tagged]);
    const twice = (plain?.offsets.length ?? 0) * 2 * 576;
    expect(joined.seconds).toBeCloseTo((twice - 676) / SAMPLE_RATE, 6);
    expect((await decode(wholeOf(joined))).length).toBe(twice);
    expect(Buffer.concat(joined.parts).includes('ID3')).toBe(false);
  });

  test('with junk between frames are read past it', () => {
    const [file = Buffer.alloc(0)] = files;
    const offset = parseMp3(file)?.offsets[5] ?? 0;
    const broken = Buffer.concat([file.subarray(0, offset), Buffer.alloc(300, 0x55), file.subarray(offset)]);
    expect(parseMp3(broken)?.data).toEqual(parseMp3(file)?.data);
  });

  test('whose last frame is cut lose that frame only', () => {
    const [file = Buffer.alloc(0)] = files;
    expect(parseMp3(file.subarray(0, -10))?.offsets.length).toBe((parseMp3(file)?.offsets.length ?? 0) - 1);
  });

  test('tell a player where each hundredth of the sound lies', () => {
    const joined = join(files);
    const info = joined.parts[0] ?? new Uint8Array();
    const header = readFrameHeader(info, 0);
    const at = 4 + (header?.sideInfo ?? 0);
    const table = info.subarray(at + 16, at + 116);
    expect(Buffer.from(info.subarray(at, at + 4)).toString()).toBe('Info');
    expect(Math.abs((table[50] ?? 0) - 128)).toBeLessThan(4);
    expect(table.every((place, i) => i === 0 || place >= (table[i - 1] ?? 0))).toBe(true);
    expect(header?.size).toBe(info.length);
  });

  test('of another sample rate, or WAV between them, are refused', () => {
    const [first = Buffer.alloc(0)] = files;
    expect(errorOf(() => join([first, toMp3(tones[1] ?? new Int16Array(), 44_100)]))).toMatchObject({ code: 'audio-mixed' });
    expect(errorOf(() => join([first, toWav(tones[1] ?? new Int16Array())]))).toMatchObject({ code: 'audio-mixed', detail: 'mp3, wav' });
    expect(errorOf(() => join([Buffer.from('OggS')]))).toMatchObject({ code: 'audio-mixed', detail: 'ogg' });
    expect(errorOf(() => join([Buffer.from('<html>')]))).toMatchObject({ code: 'bad-response', reason: 'no-audio' });
    expect(errorOf(() => join([]))).toMatchObject({ code: 'empty-answer' });
  });
});
