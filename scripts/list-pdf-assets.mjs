import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LIBRARY = resolve('node_modules/pdfjs-dist');

/**
 * Files of the PDF reader that it loads when a document needs them: tables for text in Chinese, Japanese and Korean
 * (1.2 MB), and decoders of pictures that browsers do not know (0.5 MB; those without WebAssembly, which would take a wider
 * content security policy).
 */
export function listPdfAssets() {
  const cMaps = readdirSync(join(LIBRARY, 'cmaps')).map((name) => ({ from: join('cmaps', name), to: `pdf/cmaps/${name}` }));
  const decoders = ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js', 'LICENSE_OPENJPEG', 'LICENSE_JBIG2'].map((name) => ({
    from: join('wasm', name),
    to: `pdf/decoders/${name}`,
  }));
  return [...cMaps, ...decoders, { from: 'LICENSE', to: 'pdf/LICENSE' }].map(({ from, to }) => ({ absoluteSrc: join(LIBRARY, from), relativeDest: to }));
}
