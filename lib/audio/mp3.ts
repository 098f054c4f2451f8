import { type FrameHeader, readFrameHeader } from './mp3-header';
import { readTag } from './sniff-audio';

export interface Mp3 {
  version: FrameHeader['version'];
  sampleRate: number;
  channels: 1 | 2;
  /** Samples of one channel in each frame. */
  samplesPerFrame: number;
  /** The frames of sound, one behind the other, without tags: a view of the file's bytes, or a copy where junk lay between. */
  data: Uint8Array;
  /** Where each frame begins in `data`. */
  offsets: number[];
  /** Samples at the beginning that the encoder added, as its own header tells; 0 when it does not. */
  delay: number;
  /** The same at the end. */
  padding: number;
}

/** Bytes without a frame that are searched before the file counts as broken. */
const MAX_JUNK = 64 * 1024;

/**
 * Finds the frames of an MP3 file: tags before and behind (ID3, APE) and the first frame that only describes the file
 * (Xing, Info, VBRI) are no sound and are left out. `undefined` when no frame is found.
 */
export function parseMp3(bytes: Uint8Array): Mp3 | undefined {
  let at = skipId3(bytes);
  let first: FrameHeader | undefined;
  let info: { delay: number; padding: number } | undefined;
  const frames: Uint8Array[] = [];
  for (let junk = 0; at + 4 <= bytes.length && junk < MAX_JUNK; ) {
    const header = readFrameHeader(bytes, at);
    if (!header || !fits(header, first) || !isFollowed(bytes, at + header.size, first)) {
      const tag = readTag(bytes, at);
      if (first && (tag.startsWith('TAG') || tag === 'APET')) break;
      at++;
      junk++;
      continue;
    }
    junk = 0;
    const frame = bytes.subarray(at, at + header.size);
    at += header.size;
    const described = first ? undefined : readInfo(frame, header);
    first ??= header;
    if (described) info = described;
    else if (frame.length === header.size) frames.push(frame);
  }
  if (!first) return undefined;
  const { data, offsets } = gather(frames);
  const { version, sampleRate, channels, samples } = first;
  return { version, sampleRate, channels, samplesPerFrame: samples, data, offsets, delay: info?.delay ?? 0, padding: info?.padding ?? 0 };
}

/** Seconds of sound, without what the encoder added. */
export function mp3Seconds({ offsets, samplesPerFrame, delay, padding, sampleRate }: Mp3): number {
  return Math.max(0, offsets.length * samplesPerFrame - delay - padding) / sampleRate;
}

function fits(header: FrameHeader, first: FrameHeader | undefined): boolean {
  return !first || (header.version === first.version && header.sampleRate === first.sampleRate && header.channels === first.channels);
}

/** Eleven bits occur in any data: the first frame counts only with a second one behind it, or the end. */
function isFollowed(bytes: Uint8Array, next: number, first: FrameHeader | undefined): boolean {
  return Boolean(first) || next + 4 > bytes.length || Boolean(readFrameHeader(bytes, next)) || readTag(bytes, next).startsWith('TAG');
}

/** ID3v2 tags tell their length in four times seven bits; several may follow each other. */
function skipId3(bytes: Uint8Array): number {
  let at = 0;
  while (readTag(bytes, at).startsWith('ID3')) {
    const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 5, at + 10);
    at += 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (flags & 0x10 ? 10 : 0);
  }
  return at;
}

/** Offset of the LAME part behind `Xing`: flags, count of frames, of bytes, 100 of table, quality; each only if its flag is set. */
function readInfo(frame: Uint8Array, header: FrameHeader): { delay: number; padding: number } | undefined {
  if (readTag(frame, 36) === 'VBRI') return { delay: 0, padding: 0 };
  const start = 4 + header.sideInfo;
  // A check sum of two bytes may stand between header and side information.
  const at = [start, start + 2].find((place) => ['Xing', 'Info'].includes(readTag(frame, place)));
  if (at === undefined) return undefined;
  const flags = frame[at + 7] ?? 0;
  const lame = at + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (!/^(LAME|Lav[cf])/.test(readTag(frame, lame))) return { delay: 0, padding: 0 };
  const [a = 0, b = 0, c = 0] = frame.subarray(lame + 21, lame + 24);
  return { delay: (a << 4) | (b >> 4), padding: ((b & 15) << 8) | c };
}

function gather(frames: Uint8Array[]): { data: Uint8Array; offsets: number[] } {
  const offsets: number[] = [];
  let length = 0;
  for (const frame of frames) {
    offsets.push(length);
    length += frame.length;
  }
  const [first] = frames;
  const last = frames.at(-1);
  if (!first || !last) return { data: new Uint8Array(), offsets };
  const isUnbroken = last.byteOffset + last.length - first.byteOffset === length;
  if (isUnbroken) return { data: new Uint8Array(first.buffer, first.byteOffset, length), offsets };
  const data = new Uint8Array(length);
  frames.forEach((frame, i) => data.set(frame, offsets[i]));
  return { data, offsets };
}
