import { collapse } from './clean-text';
import type { SnapElement } from './snapshot';
import { headingLevel } from './tags';
import { elementChildren, findElement, LINE_BREAK, rawText } from './tree';

/** Longer items are passages of text that merely stand in a list. */
const LONGEST_ITEM = 2000;

/** A list of items, as opposed to a list element that lays out cards or sections. */
export function isPlainList(list: SnapElement): boolean {
  const tooLarge = (inner: SnapElement) =>
    headingLevel(inner.tag) > 0 || inner.tag === 'table' || inner.tag === 'pre' || inner.tag === 'figure' || inner.tag === 'blockquote' || inner.tag === 'article';
  if (findElement(list, tooLarge)) return false;
  return elementChildren(list).every((item) => elementChildren(item).filter((child) => child.tag === 'p').length < 4 && rawText(item, isList, LONGEST_ITEM).length < LONGEST_ITEM);
}

/** Items in reading order, nested lists below the item that holds them. A term and its description are two items. */
export function readList(list: SnapElement): { text: string; depth: number }[] {
  const items: { text: string; depth: number }[] = [];
  readItems(list, 0, items);
  return items;
}

function readItems(list: SnapElement, depth: number, items: { text: string; depth: number }[]): void {
  for (const child of list.children) {
    if (child.kind === 'text') continue;
    if (isList(child)) {
      readItems(child, depth + 1, items);
      continue;
    }
    const text = collapse(rawText(child, isList).replaceAll(LINE_BREAK, ' '));
    const below = child.tag === 'dd' ? depth + 1 : depth;
    if (text) items.push({ text, depth: below });
    for (const nested of outermostLists(child)) readItems(nested, below + 1, items);
  }
}

function outermostLists(element: SnapElement): SnapElement[] {
  return elementChildren(element).flatMap((child) => (isList(child) ? [child] : outermostLists(child)));
}

function isList(element: SnapElement): boolean {
  return element.tag === 'ul' || element.tag === 'ol' || element.tag === 'dl' || element.tag === 'menu';
}
