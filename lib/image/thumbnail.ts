import { toDataUrl } from '~/lib/shared/data-url';

/** Pixels on the long side. */
const SIDE = 160;
/** Characters of the address: it travels with every snapshot of a run. */
const MAX_LENGTH = 20_000;
const QUALITIES = [0.7, 0.5, 0.3, 0.1];
/** Under transparent pictures: white marks are seen on it, and black ones. */
const GROUND = '#c4c4c4';

/** A small JPEG of what is on a canvas, as a `data:` address; empty when even the worst quality is too long. */
export async function makeThumbnail(from: OffscreenCanvas): Promise<string> {
  const scale = Math.min(1, SIDE / Math.max(from.width, from.height));
  const width = Math.max(1, Math.round(from.width * scale));
  const height = Math.max(1, Math.round(from.height * scale));
  const small = await createImageBitmap(from, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  context.drawImage(small, 0, 0);
  small.close();
  for (const quality of QUALITIES) {
    const text = await toDataUrl(await canvas.convertToBlob({ type: 'image/jpeg', quality }));
    if (text.length <= MAX_LENGTH) return text;
  }
  return '';
}
