import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { layOutPage, type PageLayout } from './layout/page-layout';
import type { TracedPage } from './tracing/fragment';
import type { TextFont } from './tracing/graphics-state';
import type { Matrix } from './tracing/matrix';
import { tracePage } from './tracing/trace-page';

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** What is known of a font beside its glyphs, as pdf.js tells it. */
interface LoadedFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  isMonospace?: boolean;
  isType3Font?: boolean;
  fontMatrix?: readonly number[];
}

/** Thousandths of the font size: the unit of all fonts that do not say otherwise. */
const UNIT = 0.001;

/** A page of an open document as lines of text. The page's own data are let go. */
export async function readPage(document: PDFDocumentProxy, number: number, layers: Layers): Promise<{ layout: PageLayout; traced: TracedPage }> {
  const page = await document.getPage(number);
  try {
    const list = await page.getOperatorList();
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const fonts = await loadFonts(page, list.fnArray, list.argsArray as unknown[]);
    const traced = tracePage(list, {
      ops: OPS,
      transform: transform as unknown as Matrix,
      width,
      height,
      font: (id) => fonts.get(id),
      isLayerVisible: (properties) => layers.isVisible(properties),
    });
    return { layout: layOutPage(number, traced, height), traced };
  } finally {
    page.cleanup();
  }
}

async function loadFonts(page: PDFPageProxy, fnArray: readonly number[], argsArray: readonly unknown[]): Promise<Map<string, TextFont>> {
  const ids = new Set<string>();
  fnArray.forEach((fn, i) => {
    if (fn === OPS.setFont) ids.add(String((argsArray[i] as unknown[])[0]));
    if (fn !== OPS.setGState) return;
    for (const [key, value] of (argsArray[i] as [[string, unknown][]])[0]) if (key === 'Font' && Array.isArray(value)) ids.add(String(value[0]));
  });
  const fonts = new Map<string, TextFont>();
  for (const id of ids) {
    // Comes in a message of its own, and may come later than the page.
    const font = await new Promise<LoadedFont | null>((resolve) => void page.commonObjs.get(id, resolve));
    if (font) fonts.set(id, describeFont(id, font));
  }
  return fonts;
}

function describeFont(id: string, font: LoadedFont): TextFont {
  const name = font.name ?? '';
  return {
    id: name || id,
    bold: font.bold === true || font.black === true || /bold|black|heavy|semibold/i.test(name),
    vertical: font.vertical === true,
    monospace: font.isMonospace === true || /courier|mono|consolas|menlo/i.test(name),
    unit: font.fontMatrix?.[0] || UNIT,
  };
}
