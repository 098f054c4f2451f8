import { IMAGE_MEDIA_TYPES } from '~/lib/shared/picture';
import type { RasterFormat } from './header';
import { readLook } from './look';

const JPEG_QUALITY = 0.85;
const WEBP_QUALITY = 0.9;
/** Bytes from which on a PNG is worth the try to write it as WebP, which not all local servers read. */
const LARGE = 1_000_000;

export type EncodedType = (typeof IMAGE_MEDIA_TYPES)[number];

/**
 * Writes what is on a canvas, without any metadata: as JPEG, but with transparency or for a drawing as PNG, where lines
 * stay sharp, or as WebP when that is much smaller.
 */
export async function encodeCanvas(context: OffscreenCanvasRenderingContext2D, from: RasterFormat): Promise<Blob & { type: EncodedType }> {
  const { canvas } = context;
  // What has been a JPEG has neither transparency nor sharp lines left.
  const look = from === 'jpeg' ? undefined : readLook(context.getImageData(0, 0, canvas.width, canvas.height).data as Uint8ClampedArray<ArrayBuffer>);
  if (!look?.transparent && !look?.flat) return write(canvas, 'image/jpeg', JPEG_QUALITY);
  const png = await write(canvas, 'image/png');
  if (png.size < LARGE) return png;
  const webp = await write(canvas, 'image/webp', WEBP_QUALITY);
  return webp.type === 'image/webp' && webp.size < png.size ? webp : png;
}

async function write(canvas: OffscreenCanvas, type: EncodedType, quality?: number): Promise<Blob & { type: EncodedType }> {
  const blob = await canvas.convertToBlob({ type, ...(quality ? { quality } : {}) });
  // A browser that cannot write a type writes PNG.
  if (!(IMAGE_MEDIA_TYPES as readonly string[]).includes(blob.type)) throw new TypeError(`written as ${blob.type}`);
  return blob as Blob & { type: EncodedType };
}
