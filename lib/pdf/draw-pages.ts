import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toDataUrl } from '~/lib/shared/data-url';
import type { DrawnPage, PdfOrder } from '~/lib/shared/pdf';
import { openDocument, type OpenPdf, type PdfAssets } from './open-document';

/** Milliseconds for one page: what takes longer is not drawn. */
const PAGE_TIME = 20_000;
/** Pixels of the largest picture in a page that is decoded: a page of A4 at 600 dots an inch has 35 million. */
const LARGEST_PICTURE = 40_000_000;
/** A small page is made no larger than this, in pixels a point. */
const LARGEST_SCALE = 4;
const QUALITY = 0.85;

/**
 * Pages as pictures, one after the other on one canvas each, so that memory holds one of them however many there are. Throws
 * `pdf-password`, `pdf-broken` and the signal's reason; a page that cannot be drawn comes without picture.
 */
export async function* drawPages(file: Blob, { password }: PdfOrder, { pages, maxSide }: NonNullable<PdfOrder['draw']>, assets: PdfAssets, signal: AbortSignal): AsyncGenerator<DrawnPage> {
  const open = async () => openDocument(new Uint8Array(await file.arrayBuffer()), { password, assets, maxImageSize: LARGEST_PICTURE });
  let pdf: OpenPdf | undefined;
  try {
    for (const number of pages) {
      signal.throwIfAborted();
      pdf ??= await open();
      const drawn = await inTime(drawPage(pdf, number, maxSide));
      // Its worker may be at the page for ever: another takes over the rest.
      if (drawn === 'late') {
        await pdf.close();
        pdf = undefined;
      }
      yield typeof drawn === 'object' ? drawn : { page: number, width: 0, height: 0 };
    }
  } finally {
    await pdf?.close();
  }
}

async function inTime(drawing: Promise<DrawnPage>): Promise<DrawnPage | 'late' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), PAGE_TIME)));
  const drawn = drawing.catch((thrown: unknown) => {
    console.warn('A page was not drawn.', thrown);
    return 'failed' as const;
  });
  try {
    return await Promise.race([drawn, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function drawPage({ document: pdf }: OpenPdf, number: number, maxSide: number): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  const canvas = document.createElement('canvas');
  try {
    const viewport = fitPage(page, maxSide);
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    // As for print: else each step waits for the next frame of a document that is never shown.
    await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.DISABLE, background: '#fff' }).promise;
    const { width, height } = canvas;
    const blob = await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', QUALITY);
    });
    return { page: number, dataUrl: await toDataUrl(blob), width, height };
  } finally {
    // Its pixels go at once, not when somebody collects them.
    canvas.width = canvas.height = 0;
    page.cleanup();
  }
}

function fitPage(page: PDFPageProxy, maxSide: number) {
  const { width, height } = page.getViewport({ scale: 1 });
  return page.getViewport({ scale: Math.min(LARGEST_SCALE, maxSide / Math.max(width, height, 1)) });
}
