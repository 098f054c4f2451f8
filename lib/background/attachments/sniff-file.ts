import { FORMATS, recognizeFormat } from '~/lib/image/format';
import { decodeFile } from './decode-file';

/** What a file is, and its text where it is one. */
export type SniffedFile =
  | { kind: 'picture'; mediaType: string }
  | { kind: 'pdf'; mediaType: 'application/pdf' }
  | { kind: 'text' | 'markdown' | 'html' | 'table'; mediaType: string; text: string }
  /** `claimed`: its name or type says that it is a text, or a picture. */
  | { kind: 'unknown'; claimed: boolean };

const ENDINGS: Record<string, 'markdown' | 'html' | 'table'> = {
  md: 'markdown', markdown: 'markdown', mdown: 'markdown',
  html: 'html', htm: 'html', xhtml: 'html', xht: 'html',
  csv: 'table', tsv: 'table',
};
const TYPES: Record<string, 'markdown' | 'html' | 'table'> = {
  'text/markdown': 'markdown', 'text/html': 'html', 'application/xhtml+xml': 'html', 'text/csv': 'table', 'text/tab-separated-values': 'table',
};
const MEDIA_TYPES = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html', table: 'text/csv' } as const;

/** Where `%PDF-` may begin (ISO 32000-1, implementation note 13). */
const PDF_START = 1_024;

/** What a file is, by its bytes; what kind of text, by its name and the type that the browser gives it: nothing else tells. */
export function sniffFile(bytes: Uint8Array, name: string, type: string): SniffedFile {
  const format = recognizeFormat(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, PDF_START));
  if (start.includes('%PDF-')) return { kind: 'pdf', mediaType: 'application/pdf' };
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const text = decodeFile(bytes);
  // Two letters make a bitmap: a text may begin with them as well.
  if (format && !(format === 'bmp' && text !== undefined)) return { kind: 'picture', mediaType: FORMATS[format] };
  if (text === undefined) return { kind: 'unknown', claimed: ending in ENDINGS || ending === 'txt' || /^(text|image)\//.test(type) };
  const kind = ENDINGS[ending] ?? TYPES[type.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? 'text';
  return { kind, mediaType: MEDIA_TYPES[kind], text };
}
