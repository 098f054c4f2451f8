import { Mp3Encoder } from '@breezystack/lamejs';

/** Samples a second of everything the stand-in says. */
export const SAMPLE_RATE = 24_000;

/** Milliseconds of speech for each character of text. */
export const MS_PER_CHARACTER = 55;

/** Length of what is said for a text, in samples. */
export function toneSamples(text: string): number {
  return Math.round((text.length * MS_PER_CHARACTER * SAMPLE_RATE) / 1_000);
}

/** Pitch of what is said for a text, in hertz: two texts rarely sound alike, so a test hears which one plays. */
export function tonePitch(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_009;
  return 200 + hash;
}

/** A quiet tone as 16-bit samples, of the text's length and pitch. */
export function speakTone(text: string): Int16Array {
  const step = (2 * Math.PI * tonePitch(text)) / SAMPLE_RATE;
  return Int16Array.from({ length: toneSamples(text) }, (_, i) => Math.round(6_000 * Math.sin(i * step)));
}

/** The tone as a WAV file. `length` is what its header says of the samples' bytes, absent: the truth. */
export function toWav(samples: Int16Array, length = samples.byteLength): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(Math.min(0xffff_ffff, length + 36), 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(length, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/** The tone as an MP3 file. */
export function toMp3(samples: Int16Array, sampleRate = SAMPLE_RATE): Buffer {
  const encoder = new Mp3Encoder(1, sampleRate, 64);
  // Signed bytes, whatever the types say.
  return Buffer.concat([encoder.encodeBuffer(samples), encoder.flush()].map((part) => Buffer.from(part)));
}
