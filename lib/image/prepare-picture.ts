import { AppError } from '~/lib/shared/app-error';
import type { Region, StoredImage } from '~/lib/shared/picture';
import { isAnimated } from './animation';
import { encodeCanvas } from './encode';
import { FORMATS, recognizeFormat } from './format';
import { hashBytes } from './hash';
import { checkSize, isRaster, MAX_BYTES, type RasterFormat, readSize } from './header';
import { type Piece, planPieces } from './pieces';
import { makeThumbnail } from './thumbnail';

export interface PrepareOptions {
  /** Pixels on the long side of what is sent. */
  maxSide: number;
  /** The part that is wanted, in shares of the whole. */
  part?: Region | undefined;
}

/** A picture file made ready to be sent. */
export interface PreparedPicture {
  /** In order; several when the picture is long. */
  images: StoredImage[];
  /** `data:` address of a small JPEG; empty when there is none. */
  thumbnail: string;
  /** SHA-256, hexadecimal: of the file, or, for a part of it, of what is sent. */
  hash: string;
  /** Pixels before it was made smaller, upright. */
  width: number;
  height: number;
  /** The file holds more frames than the first one, which is used. */
  animated: boolean;
}

/**
 * Decodes a file of any format but SVG, turns it upright, shrinks it and writes it anew, so that its metadata stays
 * behind. Throws `image-broken`, `image-too-large`, `image-too-small`; sizes are refused before anything is decoded.
 */
export async function preparePicture(bytes: Uint8Array<ArrayBuffer>, { maxSide, part }: PrepareOptions, signal: AbortSignal): Promise<PreparedPicture> {
  if (bytes.length > MAX_BYTES) throw new AppError('image-too-large');
  const format = recognizeFormat(bytes);
  if (!format || !isRaster(format)) throw new AppError('image-broken');
  checkSize(readSize(bytes, format));

  const bitmap = await decode(bytes, format);
  try {
    signal.throwIfAborted();
    const box = part ? locate(part, bitmap) : { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
    // Once more: what a file holds need not be what its header says.
    checkSize(bitmap);
    checkSize(box);
    const images: StoredImage[] = [];
    let thumbnail = '';
    for (const piece of planPieces(box, maxSide)) {
      const drawn = await drawPiece(bitmap, piece);
      signal.throwIfAborted();
      images.push(await writeImage(drawn, format));
      thumbnail ||= await makeThumbnail(drawn.canvas);
      signal.throwIfAborted();
    }
    const hash = part ? await hashImages(images) : await hashBytes(bytes);
    return { images, thumbnail, hash, width: box.width, height: box.height, animated: isAnimated(bytes, format) };
  } finally {
    bitmap.close();
  }
}

async function decode(bytes: Uint8Array<ArrayBuffer>, format: RasterFormat): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: FORMATS[format] }), { imageOrientation: 'from-image' });
  } catch (thrown) {
    throw new AppError('image-broken', {}, thrown);
  }
}

/** The pixels of a part, whole ones, within the picture. */
function locate(part: Region, { width, height }: ImageBitmap) {
  const clamp = (share: number, of: number) => Math.round(Math.min(1, Math.max(0, share)) * of);
  const [left, top] = [clamp(part.x, width), clamp(part.y, height)];
  const [right, bottom] = [clamp(part.x + part.width, width), clamp(part.y + part.height, height)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

type Drawn = OffscreenCanvasRenderingContext2D;

async function drawPiece(bitmap: ImageBitmap, { x, y, width, height, toWidth, toHeight }: Piece): Promise<Drawn> {
  const small = await createImageBitmap(bitmap, x, y, width, height, { resizeWidth: toWidth, resizeHeight: toHeight, resizeQuality: 'high' });
  const context = new OffscreenCanvas(toWidth, toHeight).getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('unexpected', { detail: 'no canvas' });
  context.drawImage(small, 0, 0);
  small.close();
  return context;
}

async function writeImage(drawn: Drawn, format: RasterFormat): Promise<StoredImage> {
  const blob = await encodeCanvas(drawn, format);
  const { width, height } = drawn.canvas;
  return { id: await hashBytes(await blob.arrayBuffer()), blob, mediaType: blob.type, width, height };
}

/** One hash for all pieces of a picture. */
async function hashImages(images: readonly StoredImage[]): Promise<string> {
  const [first, ...others] = images;
  return first && others.length === 0 ? first.id : hashBytes(new TextEncoder().encode(images.map(({ id }) => id).join()));
}
