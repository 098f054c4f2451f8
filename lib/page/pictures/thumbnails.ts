import type { PagePixels } from '~/lib/shared/reader-jobs';
import { createSlices } from '../slices';
import { readShown } from './classify';
import { toDataUrl } from './data-url';
import { elementOf } from './picture-ids';
import type { ReadFile } from './read-file';
import { writeSvg } from './svg-markup';
import { viewOf } from '../unclobbered';

/** Characters of a `data:` address that still counts as small. */
const LONGEST = 20_000;
const QUALITIES = [0.72, 0.5, 0.3];
const MOST_BYTES = 20_000_000;
const MAX_MILLIS = 15_000;
/** Pixels up to which a picture is drawn from where it stands; a larger one is decoded from its file, beside the main thread. */
const CHEAP = 1_000_000;

/**
 * Small JPEGs of pictures, `side` pixels at most, by id. Left out is what the page may not read, and what it could
 * only read by asking another host.
 */
export async function drawThumbnails(document: Document, ids: readonly string[], side: number, readFile: ReadFile): Promise<Record<string, string>> {
  const slices = createSlices(document, MAX_MILLIS);
  const drawn: Record<string, string> = {};
  for (const id of ids) {
    if (slices.isOutOfTime()) break;
    if (slices.isOver()) await slices.next();
    const element = elementOf(id);
    const thumbnail = element && (await drawThumbnail(element, side, readFile).catch(() => undefined));
    if (thumbnail) drawn[id] = thumbnail;
  }
  return drawn;
}

async function drawThumbnail(element: Element, side: number, readFile: ReadFile): Promise<string | undefined> {
  const shown = readShown(element, side);
  if (!shown) return undefined;
  if (shown.kind === 'svg') return drawSvg(await writeSvg(element as SVGSVGElement, readFile), side);
  const isLive = shown.kind === 'canvas' || (shown.kind === 'video' && (element as HTMLVideoElement).readyState >= 2);
  if (isLive) return draw(element as HTMLCanvasElement, side);
  const image = element as HTMLImageElement;
  const isReady = element.localName === 'img' && image.complete && image.naturalWidth > 0;
  if (isReady && image.naturalWidth * image.naturalHeight <= CHEAP && (isOwn(image.currentSrc, element) || image.crossOrigin !== null)) return draw(image, side);
  if (shown.src === '' || !isOwn(shown.src, element)) return undefined;
  return draw(await readFile(shown.src, MOST_BYTES), side);
}

async function drawSvg(svg: PagePixels, side: number): Promise<string | undefined> {
  if (svg.kind !== 'svg') return undefined;
  // An image of its own, which never enters the page.
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.markup)}`;
  await image.decode();
  return draw(image, side);
}

/** Of the page's own origin, or part of it. */
function isOwn(address: string, element: Element): boolean {
  const origin = viewOf(element)?.origin;
  return /^(?:data|blob):/.test(address) || (URL.canParse(address) && new URL(address).origin === origin);
}

async function draw(source: HTMLCanvasElement | HTMLImageElement | HTMLVideoElement | Blob, side: number): Promise<string | undefined> {
  const bitmap = await createImageBitmap(source);
  try {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    // JPEG knows no transparency.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'medium';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const url = await toDataUrl(await canvas.convertToBlob({ type: 'image/jpeg', quality }));
      if (url.length <= LONGEST) return url;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
