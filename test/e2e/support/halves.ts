import sharp from 'sharp';
import { expect } from 'vitest';
import { BLUE, RED } from './picture-page.ts';

/** The file in a `data:` address. */
export function decode(dataUrl: string | undefined): Buffer {
  return Buffer.from(dataUrl?.split(',', 2)[1] ?? '', 'base64');
}

/** The colour of one pixel, at shares of width and height. */
async function colourAt(file: Buffer, x: number, y: number): Promise<{ r: number; g: number; b: number }> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
  return { r: data[at] ?? -1, g: data[at + 1] ?? -1, b: data[at + 2] ?? -1 };
}

/** All of the picture of two halves (`composeHalves`) and nothing else: red at the left, blue at the right, up to its corners. Films need more tolerance. */
export async function expectHalves(file: Buffer, tolerance = 12): Promise<void> {
  for (const [x, colour] of [[0.05, RED], [0.45, RED], [0.55, BLUE], [0.95, BLUE]] as const)
    for (const y of [0.05, 0.95]) {
      const seen = await colourAt(file, x, y);
      for (const part of ['r', 'g', 'b'] as const) expect(Math.abs(seen[part] - colour[part]), `${x} ${y} ${JSON.stringify(seen)}`).toBeLessThan(tolerance);
    }
}
