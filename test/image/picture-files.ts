import sharp, { type Sharp } from 'sharp';

/** Colour of each corner: no picture that is turned, mirrored or cut wrongly has them like this. */
export const CORNERS = ['red', 'green', 'blue', 'yellow'] as const;
const RGB = [[220, 20, 20], [20, 160, 40], [20, 40, 220], [240, 220, 30]] as const;

/** A picture with a colour in each quarter: red and green above, blue and yellow below. */
export function makeQuarters(width: number, height: number, { noise = 0 } = {}): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  // A fixed sequence, so that every run of a test sees the same picture.
  let seed = 1;
  for (let at = 0; at < width * height; at++) {
    const colour = RGB[(at % width < width / 2 ? 0 : 1) + (at < (height >> 1) * width ? 0 : 2)] ?? RGB[0];
    for (let part = 0; part < 3; part++) {
      if (noise) seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      pixels[at * 3 + part] = Math.max(0, Math.min(255, (colour[part] ?? 0) + (noise ? (seed % (2 * noise)) - noise : 0)));
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What a camera stores so that a viewer who heeds the EXIF orientation sees the quarters upright. */
export async function makeTurned(orientation: number, width: number, height: number): Promise<Buffer> {
  const quarters = makeQuarters(width, height).png();
  const turned = async (angle: number) => sharp(await quarters.toBuffer()).rotate(angle).png().toBuffer();
  const stored = [
    async () => quarters.toBuffer(),
    async () => quarters.flop().toBuffer(),
    () => turned(180),
    async () => quarters.flip().toBuffer(),
    async () => sharp(await turned(90)).flop().toBuffer(),
    () => turned(270),
    async () => sharp(await turned(90)).flip().toBuffer(),
    () => turned(90),
  ][orientation - 1];
  if (!stored) throw new Error(`There is no orientation ${orientation}.`);
  return sharp(await stored()).jpeg().withExif({ IFD0: { Artist: 'Somebody' } }).withMetadata({ orientation }).toBuffer();
}

/** A GIF, WebP or PNG of two frames: the quarters, then all black. */
export async function makeAnimation(format: 'gif' | 'webp'): Promise<Buffer> {
  const first = await makeQuarters(80, 60).png().toBuffer();
  const second = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'black' } }).png().toBuffer();
  return sharp([first, second], { join: { animated: true } }).toFormat(format).toBuffer();
}

/** A BMP of 24 bits a pixel; sharp writes none. */
export async function makeBmp(width: number, height: number): Promise<Buffer> {
  const pixels = await makeQuarters(width, height).raw().toBuffer();
  const row = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      const to = 54 + (height - 1 - y) * row + x * 3;
      for (let part = 0; part < 3; part++) file[to + part] = pixels[from + 2 - part] ?? 0;
    }
  }
  return file;
}

/** An icon that holds one PNG. */
export async function makeIco(side: number): Promise<Buffer> {
  const png = await makeQuarters(side, side).png().toBuffer();
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header[6] = header[7] = side;
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(22, 18);
  return Buffer.concat([header, png]);
}

/** Black and white in turns, pixel by pixel: shrunk well it is grey, shrunk badly it is anything but. */
export function makeChecks(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = ((at % width) + Math.floor(at / width)) % 2 === 0 ? 0 : 255;
  return sharp(pixels, { raw: { width, height, channels: 1 } }).png().toBuffer();
}

/** A small PNG whose header claims other dimensions. */
export async function makeClaiming(width: number, height: number): Promise<Buffer> {
  const png = await makeQuarters(20, 20).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** Puts an animation of two frames into a PNG, as far as its header tells. */
export function announceAnimation(png: Buffer): Buffer {
  const chunk = Buffer.alloc(20);
  chunk.writeUInt32BE(8, 0);
  chunk.write('acTL', 4);
  chunk.writeUInt32BE(2, 8);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
