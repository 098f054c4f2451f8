/** What the four bytes before each MPEG frame say (ISO 11172-3 and 13818-3; MPEG 2.5 as every decoder knows it). */
export interface FrameHeader {
  /** 1, 2, or 2.5. */
  version: 1 | 2 | 2.5;
  sampleRate: number;
  channels: 1 | 2;
  /** Kilobits a second. */
  bitrate: number;
  /** Samples of one channel in the frame. */
  samples: number;
  /** Bytes of the frame, header included. */
  size: number;
  /** Bytes of side information between header and sound. */
  sideInfo: number;
}

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
const VERSIONS = [2.5, undefined, 2, 1] as const;

/** Layer III only: nothing else is called MP3. `undefined` where no frame begins, and for a bitrate that is not told. */
export function readFrameHeader(bytes: Uint8Array, at: number): FrameHeader | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = VERSIONS[(second >> 3) & 3];
  const base = RATES[(third >> 2) & 3];
  const bitrate = (version === 1 ? BITRATES_1 : BITRATES_2)[third >> 4];
  if (!version || !base || !bitrate) return undefined;
  const sampleRate = base / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const channels = fourth >> 6 === 3 ? 1 : 2;
  const samples = version === 1 ? 1_152 : 576;
  const size = Math.floor(((samples / 8) * bitrate * 1_000) / sampleRate) + ((third >> 1) & 1);
  const sideInfo = version === 1 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  return { version, sampleRate, channels, bitrate, samples, size, sideInfo };
}

/**
 * A frame of the same kind as the one that begins with `model`, all zeros behind the header, with at least `atLeast`
 * bytes: such a frame is silence to a decoder. No check sum, no padding.
 */
export function makeEmptyFrame(model: Uint8Array, atLeast = 0): Uint8Array<ArrayBuffer> {
  const header = model.slice(0, 4);
  header[1] = (header[1] ?? 0) | 1;
  for (let index = 1; index < 15; index++) {
    header[2] = ((header[2] ?? 0) & 0x0c) | (index << 4);
    const { size = 0, sideInfo = 0 } = readFrameHeader(header, 0) ?? {};
    if (size < Math.max(atLeast, 4 + sideInfo)) continue;
    const frame = new Uint8Array(size);
    frame.set(header);
    return frame;
  }
  throw new RangeError('No MPEG frame is that large.');
}
