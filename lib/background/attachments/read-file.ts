import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { inspectParagraphs } from '~/lib/guard/instructions/inspect-paragraphs';
import { AppError } from '~/lib/shared/app-error';
import { blockText } from '~/lib/shared/block-text';
import { removeInvisible } from '~/lib/shared/invisible';
import type { Block, PageContent } from '~/lib/shared/page-content';
import type { PdfOrder } from '~/lib/shared/pdf';
import { countWords } from '~/lib/shared/words';
import { type Acquired, prepareGiven } from '../pictures/acquire';
import { readPdfFile } from '../pdf/read-pdf-file';
import { readPlainText } from '../plain-page';
import type { Platform } from '../platform';
import { withHeadings } from '../with-headings';
import { readTable } from './read-table';
import { sniffFile } from './sniff-file';

/** A file that a reader has given, as it is read. */
export interface ReadFile {
  /** As it was found to be. */
  mediaType: string;
  /** Its text, judged; without blocks for a picture, and for a scan that nobody has read yet. */
  page: PageContent;
  picture?: Acquired;
}

interface GivenFile {
  name: string;
  /** As the browser has it, by the file's name. */
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of a PDF that is encrypted. */
  password?: string;
}

/**
 * Reads a file: text, Markdown, HTML, a table, a PDF, a picture. Its text is hostile like that of a page, and judged like it.
 * @param maxSide pixels of a picture
 * @throws AppError `file-failed` with a reason (`empty-file`, `unsupported-file`, `no-text-file`), and the `image-…` and `pdf-…` codes
 */
export async function readFile({ name, mediaType, bytes, password }: GivenFile, maxSide: number, platform: Platform, signal: AbortSignal): Promise<ReadFile> {
  if (bytes.length === 0) throw new AppError('file-failed', { reason: 'empty-file' });
  const file = sniffFile(bytes, name, mediaType);
  switch (file.kind) {
    case 'unknown':
      throw new AppError('file-failed', { reason: file.claimed ? 'no-text-file' : 'unsupported-file' });
    case 'pdf':
      return { mediaType: file.mediaType, page: await readPdf({ url: '', name, ...(password === undefined ? {} : { password }) }, bytes, platform, signal) };
    case 'picture':
      return { mediaType: file.mediaType, page: emptyPage(name), picture: await prepareGiven(bytes, maxSide, platform, signal) };
    default: {
      const page = await readText(file.kind, file.text, platform, signal);
      if (page.blocks.length === 0) throw new AppError('file-failed', { reason: 'empty-file' });
      return { mediaType: file.mediaType, page: { ...page, url: '', title: name, images: [] } };
    }
  }
}

async function readPdf(order: PdfOrder, bytes: Uint8Array<ArrayBuffer>, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  const page = await readPdfFile(new Blob([bytes]), order, platform, signal);
  if (page.blocks.length === 0 && !page.pages?.pictures.length) throw new AppError('file-failed', { reason: 'empty-file' });
  return page;
}

/** A document without any text. */
export function emptyPage(title: string, url = ''): PageContent {
  return { url, title, dir: 'ltr', kind: 'text', blocks: [], images: [], wordCount: 0, omissions: [] };
}

async function readText(kind: 'text' | 'markdown' | 'html' | 'table', text: string, platform: Platform, signal: AbortSignal): Promise<PageContent> {
  switch (kind) {
    case 'html':
      return inspectPage(await platform.extractHtml(text, 'about:blank', signal), signal);
    case 'table':
      return readTableText(text, signal);
    case 'markdown':
      return withHeadings(await readPlainText(text, '', signal));
    case 'text':
      return readPlainText(text, '', signal);
  }
}

async function readTableText(text: string, signal: AbortSignal): Promise<PageContent> {
  const rows = readTable(text).map((row) => row.map((cell) => removeInvisible(cell).trim()));
  const block: Block = { id: 'b1', kind: 'table', rows, headerRows: rows.length > 1 ? 1 : 0 };
  const findings = await inspectParagraphs([{ raw: text, blockId: block.id }], signal);
  if (rows.length === 0) return emptyPage('');
  return { ...emptyPage(''), blocks: [block], wordCount: countWords(blockText(block)), ...(findings.length > 0 ? { findings } : {}) };
}
