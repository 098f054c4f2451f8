import { collapse, collapseLines } from './clean-text';
import { readCode } from './code';
import { isPlainList, readList } from './lists';
import type { SnapElement } from './snapshot';
import { isDataTable, readTable } from './tables';
import { headingLevel } from './tags';
import { findElement, LINE_BREAK, rawText } from './tree';
import type { Draft } from './written';

/** What an element that makes one block comes to; one that says nothing may have pictures that count without it, or nothing. */
type Whole = Draft | 'pictures' | 'nothing';

/** Reads an element that makes one block, whatever is in it: a heading, code, a list, a table, a quote. `undefined` for others. */
export function readWhole(element: SnapElement): Whole | undefined {
  const { tag } = element;
  const level = headingLevel(tag);
  if (level > 0) return readHeading(element, level);
  if (element.element.getAttribute('role') === 'heading') return readHeading(element, Number(element.element.getAttribute('aria-level')) || 2);
  if (tag === 'pre') {
    const code = readCode(element);
    return code.text ? { kind: 'code', ...code } : 'nothing';
  }
  if ((tag === 'ul' || tag === 'ol' || tag === 'dl' || tag === 'menu') && isPlainList(element)) {
    const items = readList(element);
    return items.length > 0 ? { kind: 'list', ordered: tag === 'ol', items } : 'pictures';
  }
  if (tag === 'table' && isDataTable(element)) {
    const table = readTable(element);
    return table.rows.length > 0 ? { kind: 'table', ...table } : 'nothing';
  }
  if (tag === 'blockquote' && !findElement(element, isLargerThanQuote)) {
    const text = collapseLines(rawText(element), LINE_BREAK).join('\n');
    return text ? { kind: 'quote', text } : 'pictures';
  }
  return undefined;
}

function readHeading(element: SnapElement, level: number): Whole {
  const text = collapse(rawText(element).replaceAll(LINE_BREAK, ' '));
  return text ? { kind: 'heading', level: Math.min(6, Math.max(1, level)), text } : 'pictures';
}

function isLargerThanQuote(element: SnapElement): boolean {
  return headingLevel(element.tag) > 0 || element.tag === 'table' || element.tag === 'pre' || element.tag === 'figure';
}
