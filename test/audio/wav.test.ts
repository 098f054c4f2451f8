import { describe, expect, test } from 'vitest';
import { checkAudio } from '~/lib/audio/check-audio';
import { sniffAudio } from '~/lib/audio/sniff-audio';
import { frameSize, parseWav, silentSamples, wavSeconds, writeWav } from '~/lib/audio/wav';
import { AppError } from '~/lib/shared/app-error';
import { speakTone, toMp3, toneSamples, toWav } from '../server/speak-tone';

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
const ascii = (text: string) => bytes(Buffer.from(text, 'latin1'));
const tone = speakTone('A sentence.');
const plain = bytes(toWav(tone));
const samples = bytes(Buffer.from(tone.buffer));

/** The file with another chunk before its samples. */
function withChunk(tag: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(8);
  head.write(tag);
  head.writeUInt32LE(content.length, 4);
  return bytes(Buffer.concat([plain.subarray(0, 36), head, content, Buffer.alloc(content.length % 2), plain.subarray(36)]));
}

describe('a WAV file', () => {
  test('is read: format, samples, duration', () => {
    const wav = parseWav(plain);
    expect(wav).toMatchObject({ encoding: 1, channels: 1, sampleRate: 24_000, bitsPerSample: 16, isExact: true });
    expect(wav?.data).toEqual(samples);
    expect(wav && wavSeconds(wav)).toBeCloseTo(0.605, 6);
  });

  test.each([['LIST', 26], ['JUNK', 1], ['bext', 602]] as const)('with a chunk %s of %i bytes before the samples', (tag, length) => {
    expect(parseWav(withChunk(tag, new Uint8Array(length)))?.data).toEqual(samples);
  });

  test('with a chunk behind the samples: it is no sound', () => {
    const wav = parseWav(bytes(Buffer.concat([plain, ascii('LIST\x04\0\0\0INFO')])));
    expect(wav?.data).toEqual(samples);
    expect(wav?.isExact).toBe(true);
  });

  test.each([['0', 0], ['0xFFFFFFFF', 0xffff_ffff], ['0x7FFFFFFF', 0x7fff_ffff], ['too much', samples.length + 10]] as const)(
    'that was streamed, with a length of %s: the rest is sound, and the header is repaired',
    (_, length) => {
      const streamed = bytes(toWav(tone, length));
      expect(parseWav(streamed)?.data).toEqual(samples);
      expect(checkAudio(streamed)).toMatchObject({ kind: 'wav', mediaType: 'audio/wav', seconds: 0.605 });
      expect(checkAudio(streamed).bytes).toEqual(plain);
    },
  );

  test('that was cut in the middle of a sample loses that sample only', () => {
    const cut = checkAudio(plain.slice(0, -1));
    expect(parseWav(cut.bytes)).toMatchObject({ isExact: true, data: samples.subarray(0, -2) });
  });

  test('with an extensible header tells its inner encoding', () => {
    const format = Buffer.alloc(40);
    format.writeUInt16LE(0xfffe, 0);
    format.writeUInt16LE(2, 2);
    format.writeUInt32LE(48_000, 4);
    format.writeUInt16LE(32, 14);
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(3, 24);
    const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x28\0\0\0', 'latin1');
    const wav = parseWav(Buffer.concat([head, format, ascii('data\x10\0\0\0'), Buffer.alloc(16)]));
    expect(wav).toMatchObject({ encoding: 3, channels: 2, sampleRate: 48_000, bitsPerSample: 32 });
    expect(wav && frameSize(wav)).toBe(8);
  });

  test.each([
    ['nothing but a header', ascii('RIFF\x04\0\0\0WAVE')],
    ['samples without a format', ascii('RIFF\x04\0\0\0WAVEdata\x02\0\0\0ab')],
    ['a format of zeros', ascii(`RIFF\x04\0\0\0WAVEfmt \x10\0\0\0${'\0'.repeat(16)}data\x02\0\0\0ab`)],
  ])('that is %s is none', (_, file) => {
    expect(parseWav(file)).toBeUndefined();
    expect(() => checkAudio(file)).toThrow(AppError);
  });

  test('is written as it is read', () => {
    expect(writeWav({ encoding: 1, channels: 1, sampleRate: 24_000, bitsPerSample: 16 }, samples)).toEqual(plain);
  });
});

test('silence is where the wave rests, in each encoding', () => {
  const of = (encoding: number, bitsPerSample: number) => silentSamples({ encoding, bitsPerSample, channels: 2, sampleRate: 1_000 }, 0.01);
  expect(of(1, 16)).toEqual(new Uint8Array(40));
  expect(of(1, 8)).toEqual(new Uint8Array(20).fill(128));
  expect(of(7, 8)).toEqual(new Uint8Array(20).fill(255));
  expect(of(6, 8)).toEqual(new Uint8Array(20).fill(0xd5));
});

describe('what it is', () => {
  test.each([
    ['wav', plain],
    ['mp3', bytes(toMp3(tone))],
    ['mp3', ascii('ID3\x04\0\0\0\0\0\0')],
    ['ogg', ascii('OggS\0\x02')],
    ['flac', ascii('fLaC\0')],
    ['aac', bytes(Buffer.from('fff15080', 'hex'))],
    ['mp4', ascii('\0\0\0\x20ftypM4A ')],
    ['webm', ascii('\x1aE\xdf\xa3\x01')],
    [undefined, ascii('{"audio":1}')],
    [undefined, ascii('<html>')],
    [undefined, ascii('RIFF\0\0\0\0AVI ')],
    [undefined, bytes(Buffer.from('ffffffff', 'hex'))],
    [undefined, new Uint8Array()],
  ])('%s', (kind, file) => expect(sniffAudio(file)).toBe(kind));

  test('something that is no sound, and sound without a sample, are told apart', () => {
    const codeOf = (file: Uint8Array<ArrayBuffer>) => {
      try {
        return checkAudio(file).kind;
      } catch (thrown) {
        return (thrown as AppError).data;
      }
    };
    expect(codeOf(ascii('<html>'))).toEqual({ code: 'bad-response', reason: 'no-audio' });
    expect(codeOf(bytes(toWav(new Int16Array())))).toEqual({ code: 'empty-answer', reason: 'silent-audio' });
    expect(codeOf(ascii('ID3\x04\0\0\0\0\0\0'))).toEqual({ code: 'empty-answer', reason: 'silent-audio' });
  });

  test('speech is as long as its text', () => expect(toneSamples('1234567890')).toBe(13_200));
});
