/** What was drawn in the page. */
export interface Drawn {
  blob: Blob;
  /** Pixels before it was made smaller. */
  width: number;
  height: number;
}

/** Nothing of a picture can be read: it is of another origin, or its drawing is gone once shown (WebGL). */
export type Unreadable = 'closed';

type Source = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement | ImageBitmap;

/** Side of the small copy by which it is told whether something is in a picture, and whether light shines through. */
const PROBE = 48;

/**
 * Draws a picture at most `maxSide` pixels long: JPEG when `photo` and nothing of it is transparent, else PNG.
 * Decoding, scaling and encoding go on beside the page's main thread as far as the browser can.
 */
export async function drawPicture(source: Source, natural: { width: number; height: number }, maxSide: number, photo: boolean): Promise<Drawn | Unreadable> {
  const { width, height } = natural;
  if (!(width > 0 && height > 0)) return 'closed';
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const [resizeWidth, resizeHeight] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  let bitmap: ImageBitmap | undefined;
  try {
    bitmap = await createImageBitmap(source, { resizeWidth, resizeHeight, resizeQuality: 'high' });
    const canvas = new OffscreenCanvas(resizeWidth, resizeHeight);
    const pen = canvas.getContext('2d');
    if (!pen) return 'closed';
    const look = probe(bitmap);
    if (look === 'empty') return 'closed';
    pen.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob(photo && look === 'opaque' ? { type: 'image/jpeg', quality: 0.92 } : { type: 'image/png' });
    return { blob, width, height };
  } catch {
    // A tainted picture may be drawn, but what was drawn may not be read; a broken one cannot be drawn at all.
    return 'closed';
  } finally {
    bitmap?.close();
  }
}

function probe(bitmap: ImageBitmap): 'empty' | 'opaque' | 'translucent' {
  const side = new OffscreenCanvas(PROBE, PROBE);
  const pen = side.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(bitmap, 0, 0, PROBE, PROBE);
  const { data } = pen?.getImageData(0, 0, PROBE, PROBE) ?? { data: [] };
  let [empty, opaque] = [true, true];
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] !== 0) empty = false;
    if (data[at] !== 255) opaque = false;
  }
  return empty ? 'empty' : opaque ? 'opaque' : 'translucent';
}
