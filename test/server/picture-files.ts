import sharp from 'sharp';

/** A plain picture as a file. */
export function makePicture(colour: string, { width = 64, height = 48, format = 'png' as 'png' | 'jpeg' | 'webp' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } }).toFormat(format).toBuffer();
}
