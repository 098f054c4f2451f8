import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { hashBytes } from '~/lib/image/hash';
import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import type { PdfOrder, PdfProgress } from '~/lib/shared/pdf';
import type { Platform } from '../platform';
import { addScans } from './scan/add-scans';

/** Bytes of the largest PDF file that is read. */
export const MAX_PDF_BYTES = 200_000_000;

/**
 * The text of a PDF file, judged by the guard's rules as a page is. Its blocks tell the pages they begin on. Throws
 * `pdf-password` (the order has none, or a wrong one), `pdf-broken`, `pdf-too-large` and the signal's reason. What was read of its pages that are pictures is part of it.
 */
export async function readPdfFile(
  file: Blob,
  order: PdfOrder,
  platform: Platform,
  signal: AbortSignal,
  tell: (progress: PdfProgress) => void = () => undefined,
): Promise<PageContent> {
  if (file.size > MAX_PDF_BYTES) throw new AppError('pdf-too-large');
  for await (const reply of platform.readPdf(file, order, signal)) {
    if (reply.type === 'progress') tell(reply);
    if (reply.type !== 'page') continue;
    const page = await inspectPage(reply.page, signal);
    // Only where there are pages to be read as pictures does the file need a name.
    if (!page.pages?.pictures.length) return page;
    const hash = await hashBytes(await file.arrayBuffer());
    return addScans({ ...page, pages: { ...page.pages, hash } }, signal);
  }
  throw new AppError('unexpected', { detail: 'the PDF could not be read' });
}

/** Throws `page-empty` (reason `scanned`) for a document all of whose pages are pictures that nobody has read yet. */
export function refuseScan(page: PageContent): PageContent {
  if (page.blocks.length === 0 && page.pages?.pictures.length) throw new AppError('page-empty', { reason: 'scanned' });
  return page;
}
