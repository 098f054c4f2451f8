import type { Line, PageLayout } from './page-layout';

/** Shares of a page's height, from its upper and lower edge, in which running headers and footers stand. */
const BAND = 0.12;
/** Pages on which a line has to stand again, of a document of more than `FEW` pages, and of one of fewer. */
const AGAIN = 3;
const AGAIN_OF_FEW = 2;
const FEW = 5;
/** How far it may be off from page to page, as a share of the height. */
const SHIFT = 0.01;

/** `12`, `- 12 -`, `Page 12 of 90`, `xii`. */
const PAGE_NUMBER = /^[\s\-–—|[(]*(?:(?:page|p\.|seite|s\.|página|pagina|str\.|стр\.|صفحة|第)\s*)?(?:\d{1,5}|[ivxlc]{1,8}|[\u0660-\u0669]{1,5})(?:\s*(?:\/|of|von|de|di|из|من|頁|页)\s*\d{0,5})?[\s\-–—|\])]*$/i;

/** A short line with a number at its beginning or end. */
const NUMBERED = /^(?:(\d{1,5})(?:\s.{0,100})?|.{0,100}\s(\d{1,5}))$/;

/** Running headers and footers, and page numbers: they interrupt the text, and say nothing. */
export function findFurniture(pages: readonly PageLayout[]): Set<Line> {
  const found = new Set<Line>();
  const again = new Map<string, Line[]>();
  for (const page of pages) {
    for (const line of page.columns.flat()) {
      const band = bandOf(line);
      if (!band) continue;
      if (PAGE_NUMBER.test(line.text)) found.add(line);
      const key = `${band} ${line.text.toLowerCase().replace(/[\d\u0660-\u0669]+|\b[ivxlc]+\b/g, '#').replace(/\s+/g, ' ').trim()}`;
      again.set(key, [...(again.get(key) ?? []), line]);
    }
  }
  const needed = pages.length <= FEW ? AGAIN_OF_FEW : AGAIN;
  for (const lines of again.values()) {
    for (const line of lines.length < needed ? [] : lines) {
      const near = lines.filter(({ height }) => Math.abs((height ?? 0) - (line.height ?? 0)) <= SHIFT);
      if (near.length >= needed) found.add(line);
    }
  }
  for (const line of findNumbered(pages)) found.add(line);
  return found;
}

/** Lines at an edge that begin or end with the number of their page, whatever else they say: `Chapter 2: Tides 31`. */
function findNumbered(pages: readonly PageLayout[]): Line[] {
  const byOffset = new Map<number, Line[]>();
  for (const page of pages) {
    for (const line of page.columns.flat()) {
      const number = bandOf(line) && NUMBERED.exec(line.text.trim());
      if (!number) continue;
      const offset = Number(number[1] ?? number[2]) - page.number;
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line]);
    }
  }
  const most = [...byOffset.values()].reduce<Line[]>((best, lines) => (lines.length > best.length ? lines : best), []);
  return most.length >= AGAIN ? most : [];
}

function bandOf({ height }: Line): 'top' | 'bottom' | undefined {
  if (height === undefined) return undefined;
  if (height < BAND) return 'top';
  return height > 1 - BAND ? 'bottom' : undefined;
}
