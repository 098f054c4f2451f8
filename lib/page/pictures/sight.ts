import { documentOf, original, viewOf } from '../unclobbered';
import { type Box, frameOf, frameOffset, parentOf } from './frames';

/** What of an element can be seen where the page stands now, in the outermost window; null for nothing. */
export function visibleBox(element: Element): Box | null {
  const rect = element.getBoundingClientRect();
  let box: Box | null = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
  for (let at = element; box; ) {
    const document = documentOf(at);
    box = clipToScrollers(at, box);
    const root = document.documentElement;
    box = box && intersect(box, { left: 0, top: 0, right: root.clientWidth || Infinity, bottom: innerHeightOf(document) });
    const frame = frameOf(document);
    if (!frame || !box) break;
    const [inner, outer] = [frameOffset(document), frameOffset(documentOf(frame))];
    const [x, y] = [inner.x - outer.x, inner.y - outer.y];
    box = { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
    at = frame;
  }
  return box;
}

function innerHeightOf(document: Document): number {
  return document.defaultView?.innerHeight || Infinity;
}

function clipToScrollers(element: Element, box: Box): Box | null {
  const document = documentOf(element);
  const view = document.defaultView;
  let clipped: Box | null = box;
  for (let at = parentOf(element); at && clipped; at = parentOf(at)) {
    if (at === document.body || at === document.documentElement) continue;
    const style = view?.getComputedStyle(original(at));
    if (!style || (style.overflowX === 'visible' && style.overflowY === 'visible') || style.display === 'inline' || style.display === 'contents') continue;
    const rect = at.getBoundingClientRect();
    const [left, top] = [rect.left + at.clientLeft, rect.top + at.clientTop];
    clipped = intersect(clipped, { left, top, right: left + at.clientWidth, bottom: top + at.clientHeight });
  }
  return clipped;
}

function intersect(a: Box, b: Box): Box | null {
  const box = { left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
  return box.right - box.left >= 1 && box.bottom - box.top >= 1 ? box : null;
}

export function isInView(element: Element): boolean {
  const rect = element.getBoundingClientRect();
  const view = viewOf(element);
  // Most pictures of a long page are far away: those need no closer look.
  if (view && (rect.top >= view.innerHeight || rect.bottom <= 0 || rect.left >= view.innerWidth || rect.right <= 0)) return false;
  return visibleBox(element) !== null;
}
