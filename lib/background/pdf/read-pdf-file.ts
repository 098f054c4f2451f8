import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import type { PdfOrder, PdfProgress } from '~/lib/shared/pdf';
import type { Platform } from '../platform';

/** Bytes of the largest PDF file that is read. */
export const MAX_PDF_BYTES = 200_000_000;

/**
 * The text of a PDF file, judged by the guard's rules as a page is. Its blocks tell the pages they begin on. Throws
 * `pdf-password` (the order has none, or a wrong one), `pdf-broken`, `pdf-too-large`, `page-empty` (reason `scanned`: all pages are pictures) and the signal's reason.
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
    const { blocks, pages } = reply.page;
    if (blocks.length === 0 && pages?.pictures.length) throw new AppError('page-empty', { reason: 'scanned' });
    return inspectPage(reply.page, signal);
  }
  throw new AppError('unexpected', { detail: 'the PDF could not be read' });
}
