import type { SnapElement, SnapNode } from './snapshot';

/** Children of one list or table body that are read at one go: some 20 ms of work. */
const MOST = 2000;

/**
 * A list or table of very many items, as several of them one after the other, so that no single one keeps the page
 * from running. Undefined for all else.
 */
export function splitLarge(element: SnapElement): SnapElement[] | undefined {
  const { tag } = element;
  if (tag === 'ul' || tag === 'ol' || tag === 'dl') return element.children.length > MOST ? inParts(element) : undefined;
  if (tag !== 'table') return undefined;
  const body = element.children.find((child): child is SnapElement => child.kind === 'element' && child.children.length > MOST);
  if (!body) return undefined;
  const at = element.children.indexOf(body);
  const parts = inParts(body).map((part) => ({ ...element, children: [part] as SnapNode[] }));
  parts[0]?.children.unshift(...element.children.slice(0, at));
  const rest = element.children.slice(at + 1);
  return rest.length > 0 ? [...parts, { ...element, children: rest }] : parts;
}

function inParts(element: SnapElement): SnapElement[] {
  const parts: SnapElement[] = [];
  for (let at = 0; at < element.children.length; at += MOST) parts.push({ ...element, children: element.children.slice(at, at + MOST) });
  return parts;
}
