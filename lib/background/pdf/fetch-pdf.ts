import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { originPattern } from '~/lib/shared/base-url';
import { webOrigin } from '~/lib/shared/url';
import { withLimit } from '../time-limit';
import { fetchInViewer } from './fetch-in-viewer';
import { MAX_PDF_BYTES } from './read-pdf-file';

/** Milliseconds for the whole file. */
const LIMIT = 120_000;
/** Bytes at the beginning of a file within which it says that it is a PDF. */
const HEAD = 1_024;

/**
 * The file that a tab shows. Fetched from inside the tab where that can be, else with Docent's own permission for the site.
 * Throws `page-permission` with the origin to ask for, `pdf-unreachable` for what cannot be had a second time (the answer to
 * a form, a link that works once), `pdf-too-large`.
 */
export async function fetchPdf(tabId: number, url: string, signal: AbortSignal): Promise<Blob> {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  try {
    const { status, file } = await withLimit(fetchEither(tabId, url, either), LIMIT, new AppError('pdf-unreachable'), signal);
    if (status < 200 || status >= 300) throw new AppError('pdf-unreachable', { status });
    if (!(await isPdf(file))) throw new AppError('pdf-unreachable');
    return file;
  } finally {
    ended.abort();
  }
}

async function fetchEither(tabId: number, url: string, signal: AbortSignal): Promise<{ status: number; file: Blob }> {
  const origin = webOrigin(url);
  if (!origin) return { status: 200, file: await fetchLocal(url, signal) };
  const inside = await fetchInViewer(tabId, signal);
  if (inside) return inside;
  if (!(await browser.permissions.contains({ origins: [originPattern(url)] }))) throw new AppError('page-permission', { origin });
  try {
    const response = await fetch(url, { credentials: 'include', signal });
    return { status: response.status, file: await readFile(response) };
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('pdf-unreachable', {}, thrown);
  }
}

/** A file of this computer: no script of another page gets it, and Docent where the reader has turned the browser's switch for it. */
async function fetchLocal(url: string, signal: AbortSignal): Promise<Blob> {
  if (import.meta.env.FIREFOX) throw new AppError('page-permission', { reason: 'local-closed' });
  if (!(await browser.extension.isAllowedFileSchemeAccess())) throw new AppError('page-permission', { reason: 'local-file' });
  try {
    return await readFile(await fetch(url, { signal }));
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('page-permission', { reason: 'local-file' }, thrown);
  }
}

async function readFile(response: Response): Promise<Blob> {
  const chunks: BlobPart[] = [];
  let length = 0;
  if (response.body) {
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > MAX_PDF_BYTES) throw new AppError('pdf-too-large');
      chunks.push(chunk as BlobPart);
    }
  }
  return new Blob(chunks);
}

async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, HEAD).text()).includes('%PDF-');
}
