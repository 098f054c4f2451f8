import { readDocument } from '~/lib/pdf/read-document';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { PdfOrder, PdfProgress } from '~/lib/shared/pdf';

const BASE = new URL('../../node_modules/pdfjs-dist/', import.meta.url).pathname;

/** Reads a PDF as the extension does, with the files of the library. */
export function readBytes(bytes: Uint8Array, order: Partial<PdfOrder> = {}, tell: (progress: PdfProgress) => void = () => undefined): Promise<ExtractedPage> {
  const assets = { cMaps: `${BASE}cmaps/`, decoders: `${BASE}wasm/` };
  return readDocument(new Blob([new Uint8Array(bytes)]), { url: 'https://example.org/a.pdf', name: 'a.pdf', ...order }, assets, tell, new AbortController().signal);
}
