import { AppError } from '~/lib/shared/app-error';
import type { PageContent } from '~/lib/shared/page-content';
import type { PdfProgress } from '~/lib/shared/pdf';
import { parseUrl } from '~/lib/shared/url';
import { findPdfPassword, forgetPdfPassword } from '~/lib/storage/pdf-passwords';
import type { Platform } from '../platform';
import { getTab, readDocument, withoutHash } from '../read-tab';
import { fetchPdf } from './fetch-pdf';
import { findOrigin } from './made-by-form';
import { readPdfFile, refuseScan } from './read-pdf-file';
import { addScans } from './scan/add-scans';

/** What a tab shows, as text: its page, or the PDF in the browser's viewer. */
export interface ShownText {
  page: PageContent;
  /** The browser's own name of the document; see `readDocument`. */
  documentId: string | undefined;
}

/** The last document that was read, which the next question is about: in memory only. */
let last: { tabId: number; url: string; password: string | undefined; page: PageContent } | undefined;

/** As `readDocument`, and PDFs too. Throws what `fetchPdf` and `readPdfFile` throw. */
export async function readShown(tabId: number, platform: Platform, signal: AbortSignal, tell?: (progress: PdfProgress) => void): Promise<ShownText> {
  try {
    return await readDocument(tabId, signal);
  } catch (thrown) {
    const { url } = await getTab(tabId);
    if (!url || !(thrown instanceof AppError) || !mayBePdf(thrown, url)) throw thrown;
    return { page: refuseScan(await readPdfTab(tabId, url, platform, signal, tell)), documentId: undefined };
  }
}

/** The PDF that a tab shows; without blocks if it is a scan that nobody has read yet. */
export async function readPdfTab(tabId: number, address: string, platform: Platform, signal: AbortSignal, tell?: (progress: PdfProgress) => void): Promise<PageContent> {
  const url = withoutHash(address);
  if ((await findOrigin(tabId)) === 'form') throw new AppError('pdf-unreachable');
  const password = await findPdfPassword(tabId, url);
  if (last?.tabId === tabId && last.url === url && last.password === password) return addScans(last.page, signal);
  last = undefined;
  const file = await fetchPdf(tabId, url, signal);
  const order = { url, name: nameOf(url), ...(password === undefined ? {} : { password }) };
  const page = await readPdfFile(file, order, platform, signal, tell);
  last = { tabId, url, password, page };
  return page;
}

/** Nothing is kept of a tab that is closed. */
export function forgetShown(tabId: number): void {
  void forgetPdfPassword(tabId);
  if (last?.tabId === tabId) last = undefined;
}

/** Firefox lets nobody into its viewer: there the address has to tell. */
function mayBePdf({ code, data }: AppError, url: string): boolean {
  if (code === 'page-not-text') return /pdf|octet-stream/.test(data.detail ?? '');
  if (!import.meta.env.FIREFOX) return false;
  return (code === 'page-permission' || code === 'page-forbidden' || code === 'unexpected') && /\.pdf$/i.test(parseUrl(url)?.pathname ?? '');
}

function nameOf(url: string): string {
  const parsed = parseUrl(url);
  const name = parsed?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || (parsed?.host ?? '');
  } catch {
    return name;
  }
}
