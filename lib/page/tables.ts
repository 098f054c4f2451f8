import { collapse } from './clean-text';
import type { SnapElement } from './snapshot';
import { headingLevel } from './tags';
import { elementChildren, findElement, LINE_BREAK, rawText, visitElements } from './tree';

interface TableData {
  rows: string[][];
  headerRows: number;
  caption?: string;
}

/** Longer cells on average hold layout, not data. */
const LONGEST_CELL = 400;

/**
 * A table of data, as opposed to one that lays out the page: marked up as such, or a grid of at least two by two
 * short cells.
 */
export function isDataTable(table: SnapElement): boolean {
  const role = table.element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (findElement(table, (inner) => inner.tag === 'table')) return false;
  if (findElement(table, (inner) => inner.tag === 'th' || inner.tag === 'caption' || inner.tag === 'thead')) return true;
  const rows = rowsOf(table).map((row) => cellsOf(row));
  if (rows.length < 2 || rows.filter((cells) => cells.length > 1).length < rows.length / 2) return false;
  if (findElement(table, (inner) => headingLevel(inner.tag) > 0 || inner.tag === 'pre' || inner.tag === 'article')) return false;
  const cells = rows.flat();
  return cells.reduce((sum, cell) => sum + rawText(cell).length, 0) / cells.length < LONGEST_CELL;
}

export function readTable(table: SnapElement): TableData {
  const rows: string[][] = [];
  let headerRows = 0;
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row);
    const texts = cells.map(cellText);
    if (!texts.some(Boolean)) continue;
    const isHeader = row.parent?.tag === 'thead' || cells.every((cell) => cell.tag === 'th');
    if (isHeader && headerRows === rows.length) headerRows++;
    rows.push(texts);
  }
  if (headerRows === rows.length) headerRows = Math.min(1, rows.length);
  const captionElement = elementChildren(table).find((child) => child.tag === 'caption');
  const caption = captionElement ? cellText(captionElement) : '';
  return { rows, headerRows, ...(caption ? { caption } : {}) };
}

function cellText(cell: SnapElement): string {
  return collapse(rawText(cell).replaceAll(LINE_BREAK, ' '));
}

function rowsOf(table: SnapElement): SnapElement[] {
  const rows: SnapElement[] = [];
  visitElements(table, (inner) => {
    if (inner.tag !== 'tr') return undefined;
    rows.push(inner);
    return false;
  });
  return rows;
}

function cellsOf(row: SnapElement): SnapElement[] {
  return elementChildren(row).filter((child) => child.tag === 'td' || child.tag === 'th');
}
