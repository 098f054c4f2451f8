import { makeEmptyFrame, readFrameHeader } from './mp3-header';

/** What the frame before the sound tells a player, so that it knows the duration and can jump. */
export interface Mp3Info {
  /** Size of each frame of sound in bytes. */
  sizes: readonly number[];
  /** Samples of the encoder at beginning and end, at most 4,095 each. */
  delay: number;
  padding: number;
}

/** Bytes from `Xing` to the end of the LAME part. */
const LENGTH = 8 + 4 + 4 + 100 + 4 + 36;

/**
 * The `Xing` frame for a file whose first frame of sound begins with `model`: count of frames and bytes, a table of
 * places for each hundredth, and the encoder's delays in the spelling that players read (they look for the word LAME;
 * https://gabriel.mp3-tech.org/mp3infotag.html). `Info` in place of `Xing` says that all frames have one bitrate.
 */
export function writeInfoFrame(model: Uint8Array, { sizes, delay, padding }: Mp3Info): Uint8Array<ArrayBuffer> {
  const sideInfo = readFrameHeader(model, 0)?.sideInfo ?? 0;
  const frame = makeEmptyFrame(model, 4 + sideInfo + LENGTH);
  const view = new DataView(frame.buffer);
  const at = 4 + sideInfo;
  const sound = sizes.reduce((sum, size) => sum + size, 0);
  const [first = 0] = sizes;
  const isConstant = sizes.every((size) => Math.abs(size - first) <= 1);
  writeText(frame, at, isConstant ? 'Info' : 'Xing');
  view.setUint32(at + 4, 0x0f);
  view.setUint32(at + 8, sizes.length);
  view.setUint32(at + 12, sound + frame.length);
  frame.set(tableOf(sizes, sound), at + 16);
  writeText(frame, at + 120, 'LAME3.100');
  view.setUint8(at + 141, delay >> 4);
  view.setUint8(at + 142, ((delay & 15) << 4) | (padding >> 8));
  view.setUint8(at + 143, padding & 255);
  return frame;
}

/** For each hundredth of the duration the place in the file, in 256ths. */
function tableOf(sizes: readonly number[], total: number): Uint8Array {
  const table = new Uint8Array(100);
  let frame = 0;
  let place = 0;
  for (let percent = 0; percent < 100; percent++) {
    for (; frame < Math.floor((percent * sizes.length) / 100); frame++) place += sizes[frame] ?? 0;
    table[percent] = total > 0 ? Math.min(255, Math.floor((place * 256) / total)) : 0;
  }
  return table;
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  [...text].forEach((letter, i) => (bytes[at + i] = letter.charCodeAt(0)));
}
