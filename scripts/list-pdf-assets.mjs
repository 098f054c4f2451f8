import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LIBRARY = resolve('node_modules/pdfjs-dist');

/** Files that the PDF reader loads when a document needs them: tables for text in Chinese, Japanese and Korean (1.2 MB), decoders of scanned pages (0.5 MB). */
export function listPdfAssets() {
  const cMaps = readdirSync(join(LIBRARY, 'cmaps')).map((name) => ({ from: join('cmaps', name), to: `pdf/cmaps/${name}` }));
  const decoders = readdirSync(join(LIBRARY, 'wasm'))
    .filter((name) => /nowasm_fallback\.js$|JBIG2$|OPENJPEG$/.test(name))
    .map((name) => ({ from: join('wasm', name), to: `pdf/decoders/${name}` }));
  return [...cMaps, ...decoders, { from: 'LICENSE', to: 'pdf/LICENSE' }].map(({ from, to }) => ({ absoluteSrc: join(LIBRARY, from), relativeDest: to }));
}
