import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { ICO } from 'image-size/types/ico';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { AppError } from '~/lib/shared/app-error';
import type { PictureFormat } from './format';

/** Largest file that is read. */
export const MAX_BYTES = 50_000_000;
/** Most pixels that are decoded; they take four bytes each. */
const MAX_PIXELS = 100_000_000;
/** Pixels under which, on either side, there is nothing to be seen. */
const MIN_SIDE = 8;
/** A header that has not told the size by here is none. Looking on would cost time that the file's maker chooses. */
const HEADER_BYTES = 16_000_000;

const READERS = { jpeg: JPG, png: PNG, gif: GIF, webp: WEBP, avif: HEIF, bmp: BMP, ico: ICO };
export type RasterFormat = keyof typeof READERS;

export interface Size {
  width: number;
  height: number;
}

export function isRaster(format: PictureFormat): format is RasterFormat {
  return format in READERS;
}

/**
 * The size of a picture as its header tells it, before anything is decoded and not yet turned upright. Throws
 * `image-broken` for a header that cannot be read.
 */
export function readSize(bytes: Uint8Array, format: RasterFormat): Size {
  try {
    const { width, height, images = [] } = READERS[format].calculate(bytes.subarray(0, HEADER_BYTES));
    // Icons and AVIF hold several pictures; the largest is what may have to be decoded.
    return images.reduce<Size>((most, each) => (each.width * each.height > most.width * most.height ? each : most), { width, height });
  } catch (thrown) {
    throw new AppError('image-broken', {}, thrown);
  }
}

/** Throws `image-too-large`, `image-too-small`, or `image-broken` for a size that is none. */
export function checkSize({ width, height }: Size): void {
  if (!(width > 0 && height > 0)) throw new AppError('image-broken');
  if (width * height > MAX_PIXELS) throw new AppError('image-too-large');
  if (Math.min(width, height) < MIN_SIDE) throw new AppError('image-too-small');
}
