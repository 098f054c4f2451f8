import { readTag } from './sniff-audio';

/** How the samples of a WAV file are stored. */
export interface WavFormat {
  /** 1 integers, 3 floating point, 6 A-law, 7 µ-law; the inner one of an extensible header. */
  encoding: number;
  channels: number;
  /** Frames a second. */
  sampleRate: number;
  bitsPerSample: number;
}

export interface Wav extends WavFormat {
  /** The samples, whole frames only; a view of the file's bytes. */
  data: Uint8Array;
  /** The header tells the length of the samples as it is. */
  isExact: boolean;
}

const EXTENSIBLE = 0xfffe;
const HEADER = 44;

/** Bytes of samples that a WAV file holds at most: its header counts with 32 bits. */
export const MAX_WAV_DATA = 0xffff_ffff - HEADER;

/** Chunks that may stand behind the samples: a length of 0 before one of them is meant. */
const TRAILERS = ['LIST', 'id3 ', 'ID3 ', 'fact', 'cue ', 'bext', 'PEAK', 'JUNK'];

/** Bytes of one frame, the samples of all channels at one moment. */
export function frameSize({ channels, bitsPerSample }: WavFormat): number {
  return channels * Math.ceil(bitsPerSample / 8);
}

/**
 * Reads a WAV file, with whatever stands between and behind its chunks. A header that does not know the length of the
 * samples (0, 0xFFFFFFFF or more than there is, as a server writes that streams) is taken to mean the rest of the file.
 * `undefined` when there is no header, no samples chunk, or the numbers make no sense.
 */
export function parseWav(bytes: Uint8Array): Wav | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const tag = readTag(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (tag === 'data') return format && readData(bytes, at + 8, size, format);
    if (tag === 'fmt ' && at + 24 <= bytes.length) format = readFormat(view, at + 8, size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function readFormat(view: DataView, at: number, size: number): WavFormat | undefined {
  const outer = view.getUint16(at, true);
  const hasInner = outer === EXTENSIBLE && size >= 26 && at + 26 <= view.byteLength;
  const format = {
    encoding: hasInner ? view.getUint16(at + 24, true) : outer,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bitsPerSample: view.getUint16(at + 14, true),
  };
  return frameSize(format) > 0 && format.sampleRate > 0 ? format : undefined;
}

function readData(bytes: Uint8Array, start: number, size: number, format: WavFormat): Wav {
  const rest = bytes.length - start;
  const isUnknown = size > rest || (size === 0 && rest > 0 && !TRAILERS.includes(readTag(bytes, start)));
  const length = isUnknown ? rest : size;
  const whole = length - (length % frameSize(format));
  return { ...format, data: bytes.subarray(start, start + whole), isExact: !isUnknown && whole === size };
}

/** Seconds of sound. */
export function wavSeconds(wav: Wav): number {
  return wav.data.length / frameSize(wav) / wav.sampleRate;
}

/** The 44 bytes before `length` bytes of samples. @throws RangeError for more than a WAV file can hold (4 GiB). */
export function writeWavHeader(format: WavFormat, length: number): Uint8Array<ArrayBuffer> {
  if (length > MAX_WAV_DATA) throw new RangeError('A WAV file holds at most 4 GiB.');
  const view = new DataView(new ArrayBuffer(HEADER));
  const size = frameSize(format);
  [...'RIFF    WAVEfmt '].forEach((letter, i) => view.setUint8(i, letter.charCodeAt(0)));
  [...'data'].forEach((letter, i) => view.setUint8(36 + i, letter.charCodeAt(0)));
  view.setUint32(4, HEADER - 8 + length, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, format.encoding, true);
  view.setUint16(22, format.channels, true);
  view.setUint32(24, format.sampleRate, true);
  view.setUint32(28, format.sampleRate * size, true);
  view.setUint16(32, size, true);
  view.setUint16(34, format.bitsPerSample, true);
  view.setUint32(40, length, true);
  return new Uint8Array(view.buffer);
}

/** A whole WAV file of these samples. */
export function writeWav(format: WavFormat, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(HEADER + data.length);
  file.set(writeWavHeader(format, data.length));
  file.set(data, HEADER);
  return file;
}

/** Samples of silence. Eight-bit integers rest at 128, the two telephone codes at a value of their own. */
export function silentSamples(format: WavFormat, seconds: number): Uint8Array {
  const rest = format.encoding === 6 ? 0xd5 : format.encoding === 7 ? 0xff : format.encoding === 1 && format.bitsPerSample <= 8 ? 0x80 : 0;
  return new Uint8Array(Math.round(seconds * format.sampleRate) * frameSize(format)).fill(rest);
}
