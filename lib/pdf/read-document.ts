import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '~/lib/shared/app-error';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { PdfOrder, PdfProgress } from '~/lib/shared/pdf';
import { describeDocument } from './describe-document';
import type { OutlineEntry } from './layout/write-blocks';
import type { PageLayout } from './layout/page-layout';
import { openDocument, type OpenPdf, type PdfAssets } from './open-document';
import { readPage } from './read-page';
import { tidy } from './layout/logical-order';

/** Milliseconds for one page, and for all: what takes longer is left out and told. */
const PAGE_TIME = 10_000;
const ALL_TIME = 180_000;
/** Pages that may take too long before the rest is left out. */
const MOST_STUCK = 3;
/** Pixels of the largest picture that is decoded where a page has to be seen with its pictures. */
const LARGEST_PICTURE = 40_000_000;
/** Entries of an outline that are looked at. */
const MOST_ENTRIES = 5_000;
/** Letters below which a page may be a picture. */
const FEW_LETTERS = 80;

/**
 * Reads the text of a PDF file, page after page; what is read of a page is all that stays in memory. Throws `pdf-password`,
 * `pdf-broken` (reason `slow-pdf` where no page comes to its end in time) and the signal's reason.
 */
export async function readDocument(file: Blob, order: PdfOrder, assets: PdfAssets, tell: (progress: PdfProgress) => void, signal: AbortSignal): Promise<ExtractedPage> {
  const reader = new DocumentReader(file, order, assets);
  try {
    return await reader.read(tell, signal);
  } finally {
    await reader.close();
  }
}

class DocumentReader {
  readonly #file: Blob;
  readonly #order: PdfOrder;
  readonly #assets: PdfAssets;
  #text: OpenPdf | undefined;
  #pictured: OpenPdf | undefined;
  #stuck = 0;

  constructor(file: Blob, order: PdfOrder, assets: PdfAssets) {
    this.#file = file;
    this.#order = order;
    this.#assets = assets;
  }

  async read(tell: (progress: PdfProgress) => void, signal: AbortSignal): Promise<ExtractedPage> {
    const until = Date.now() + ALL_TIME;
    const { document } = await this.#open();
    const { numPages } = document;
    const about = await describe(document);
    const pages: PageLayout[] = [];
    let unread = 0;
    for (let number = 1; number <= numPages; number++) {
      signal.throwIfAborted();
      const isOver = Date.now() > until || this.#stuck >= MOST_STUCK;
      const layout = isOver ? undefined : await this.#readOne(number);
      if (layout) pages.push(layout);
      else unread++;
      tell({ page: number, pages: numPages });
    }
    if (pages.length === 0) throw new AppError('pdf-broken', { ...(this.#stuck > 0 ? { reason: 'slow-pdf' as const } : {}), detail: `0 / ${numPages}` });
    return describeDocument({ ...about, order: this.#order, pages, total: numPages, unread });
  }

  async close(): Promise<void> {
    await Promise.all([this.#text?.close(), this.#pictured?.close()]);
  }

  /** `undefined` for a page that cannot be read, or takes too long. */
  async #readOne(number: number): Promise<PageLayout | undefined> {
    try {
      const { layout, traced } = await this.#layOut(await this.#open(), number);
      // White letters may stand on a picture, and what paints nothing may be a scan's text: then pictures have to be there.
      const needsPictures = layout.letters < FEW_LETTERS || traced.fragments.some(({ unseen }) => unseen === 'same-colour');
      return needsPictures ? (await this.#layOut(await this.#openPictured(), number)).layout : layout;
    } catch (thrown) {
      if (!(thrown instanceof StuckError)) return undefined;
      // Its worker is at it for ever: another takes over the rest.
      this.#stuck++;
      await this.close();
      this.#text = this.#pictured = undefined;
      return undefined;
    }
  }

  async #layOut({ document }: OpenPdf, number: number): ReturnType<typeof readPage> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stuck = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new StuckError()), PAGE_TIME)));
    try {
      return await Promise.race([document.getOptionalContentConfig().then((layers) => readPage(document, number, layers)), stuck]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #open(): Promise<OpenPdf> {
    return (this.#text ??= await openDocument(await this.#bytes(), { password: this.#order.password, assets: this.#assets, maxImageSize: 0 }));
  }

  async #openPictured(): Promise<OpenPdf> {
    return (this.#pictured ??= await openDocument(await this.#bytes(), { password: this.#order.password, assets: this.#assets, maxImageSize: LARGEST_PICTURE }));
  }

  async #bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#file.arrayBuffer());
  }
}

class StuckError extends Error {}

export interface DocumentFacts {
  title?: string | undefined;
  lang?: string | undefined;
  outline: OutlineEntry[];
}

async function describe(document: PDFDocumentProxy): Promise<DocumentFacts> {
  if (document.numPages < 1) throw new AppError('pdf-broken', { detail: 'no pages' });
  const metadata = await document.getMetadata().catch(() => undefined);
  const info = (metadata?.info ?? {}) as { Title?: unknown; Language?: unknown };
  const outline = await document.getOutline().catch(() => null);
  return {
    title: typeof info.Title === 'string' ? tidy(info.Title) : undefined,
    lang: typeof info.Language === 'string' && /^[a-z]{2,3}(-[a-z0-9-]+)?$/i.test(info.Language) ? info.Language : undefined,
    outline: flatten(outline ?? []),
  };
}

type OutlineItem = { title: string; items?: readonly OutlineItem[] };

function flatten(items: readonly OutlineItem[], level = 1, found: OutlineEntry[] = []): OutlineEntry[] {
  for (const { title, items: inner } of items) {
    if (found.length >= MOST_ENTRIES || level > 20) break;
    found.push({ title, level });
    flatten(inner ?? [], level + 1, found);
  }
  return found;
}
