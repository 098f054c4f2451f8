import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '~/lib/shared/app-error';

/** Where the files lie that pdf.js loads when it needs them; addresses that end in `/`. */
export interface PdfAssets {
  /** Tables that CJK fonts refer to by name: without them their text is lost. */
  cMaps: string;
  /** Decoders of pictures (JPEG 2000, JBIG2), which most scanners write. */
  decoders: string;
}

export interface OpenOptions {
  password?: string | undefined;
  assets: PdfAssets;
  /** Pixels of the largest picture that is decoded; 0 decodes none, which is all that reading text needs. */
  maxImageSize: number;
}

/** What pdf.js calls its errors. */
const WRONG_PASSWORD = 2;

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** Ends its worker, too. */
  close(): Promise<void>;
}

/**
 * Opens a file. pdf.js mends what it can of a damaged one. Throws `pdf-password` (reason `wrong-password`), and `pdf-broken`.
 * @param bytes are given away: the worker takes them over
 */
export async function openDocument(bytes: Uint8Array<ArrayBuffer>, { password, assets, maxImageSize }: OpenOptions): Promise<OpenPdf> {
  if (bytes.length === 0) throw new AppError('pdf-broken', { detail: 'no bytes' });
  const task: PDFDocumentLoadingTask = getDocument({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    cMapUrl: assets.cMaps,
    cMapPacked: true,
    // WebAssembly would need a wider content security policy: the decoders of pictures are there as scripts, too.
    useWasm: false,
    wasmUrl: assets.decoders,
    useSystemFonts: false,
    fontExtraProperties: true,
    maxImageSize,
    verbosity: 0,
  });
  // Else pdf.js waits for a password for ever.
  task.onPassword = (_: unknown, reason: number) => {
    throw new AppError('pdf-password', reason === WRONG_PASSWORD ? { reason: 'wrong-password' } : {});
  };
  try {
    const document = await task.promise;
    return { document, close: () => task.destroy() };
  } catch (thrown) {
    await task.destroy();
    throw explain(thrown);
  }
}

function explain(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { name, message, code } = thrown as { name?: string; message?: string; code?: number };
  if (name === 'PasswordException') return new AppError('pdf-password', code === WRONG_PASSWORD ? { reason: 'wrong-password' } : {}, thrown);
  return new AppError('pdf-broken', { detail: message ?? String(thrown) }, thrown);
}
