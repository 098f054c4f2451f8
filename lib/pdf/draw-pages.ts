import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '~/lib/shared/app-error';
import type { PdfJob, PdfPicture } from '~/lib/shared/pdf';
import { openDocument, type PdfAssets } from './open-document';

/** Pixels of the largest picture in a page that is decoded. */
const LARGEST_PICTURE = 100_000_000;
/** Milliseconds for one page. */
const PAGE_TIME = 30_000;
const QUALITY = 0.85;

/** Draws pages, one after the other, as pictures whose longer side is `maxSide` pixels. Throws as `openDocument`, and `image-broken`. */
export async function* drawPages(
  file: Blob,
  { order, pages, maxSide }: Extract<PdfJob, { type: 'draw' }>,
  assets: PdfAssets,
  signal: AbortSignal,
): AsyncGenerator<PdfPicture> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { document, close } = await openDocument(bytes, { password: order.password, assets, maxImageSize: LARGEST_PICTURE });
  try {
    for (const number of pages) {
      signal.throwIfAborted();
      const page = await document.getPage(number);
      yield { page: number, ...(await drawPage(page, maxSide)) };
      page.cleanup();
    }
  } finally {
    await close();
  }
}

async function drawPage(page: PDFPageProxy, maxSide: number): Promise<Omit<PdfPicture, 'page'>> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: maxSide / Math.max(natural.width, natural.height) });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new AppError('image-broken');
  // pdf.js draws on either kind of canvas; its types know one.
  const task = page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport, background: '#ffffff' });
  const timer = setTimeout(() => task.cancel(), PAGE_TIME);
  try {
    await task.promise;
  } catch (thrown) {
    throw new AppError('image-broken', { detail: String(thrown) }, thrown);
  } finally {
    clearTimeout(timer);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return { dataUrl: await toDataUrl(blob), width: canvas.width, height: canvas.height };
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new AppError('image-broken'));
    reader.readAsDataURL(blob);
  });
}
