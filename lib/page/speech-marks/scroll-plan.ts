import { original } from '../unclobbered';
import { type Box, frameOf, frameOffset, parentOf } from '../pictures/frames';
import { insetsOf } from './insets';

/** One box to be scrolled, and to where. */
interface ScrollStep {
  scroller: Element;
  left: number;
  top: number;
}

/** Pixels that are left free at the edges, and the share of a view above a passage that was scrolled to. */
const MARGIN = 8;
const ABOVE = 0.25;
/** Shares of a view below which a passage too tall for it may begin at the latest. */
const TALL_START = 0.5;

/**
 * What has to be scrolled, from the innermost box to the outermost window, for a box of a document's viewport to come
 * into sight, clear of what stays fixed at the edges. Nothing, when it is in sight, or nothing can be done.
 */
export function planScroll(element: Element, wanted: Box): ScrollStep[] {
  const steps: ScrollStep[] = [];
  let box = wanted;
  let at = element;
  for (;;) {
    const document = at.ownerDocument;
    const page = document.scrollingElement;
    for (let around = parentOf(at); around; around = parentOf(around)) {
      if (around === page || around === document.body || around === document.documentElement || !scrolls(around)) continue;
      box = step(original(around), box, viewOf(around), steps);
    }
    if (page) box = step(page, box, viewportOf(document, box), steps);
    const frame = frameOf(document);
    if (!frame) return steps;
    const [inner, outer] = [frameOffset(document), frameOffset(frame.ownerDocument)];
    box = move(box, inner.x - outer.x, inner.y - outer.y);
    at = frame;
  }
}

/** Adds what one scroller has to do; gives back where the box stands then. */
function step(scroller: Element, box: Box, view: Box, steps: ScrollStep[]): Box {
  const left = clamp(scroller.scrollLeft, across(box, view), scroller.scrollWidth - scroller.clientWidth, isRightToLeft(scroller));
  const top = clamp(scroller.scrollTop, down(box, view), scroller.scrollHeight - scroller.clientHeight, false);
  // What cannot be scrolled by a whole pixel stands as well as it can.
  if (Math.abs(left) < 1 && Math.abs(top) < 1) return box;
  steps.push({ scroller, left: scroller.scrollLeft + left, top: scroller.scrollTop + top });
  return move(box, -left, -top);
}

function down(box: Box, view: Box): number {
  const room = view.bottom - view.top;
  const height = box.bottom - box.top;
  const fits = height <= room;
  if (box.top >= view.top && (fits ? box.bottom <= view.bottom : box.top <= view.top + room * TALL_START)) return 0;
  return box.top - view.top - Math.max(0, Math.min(room * ABOVE, room - height));
}

function across(box: Box, view: Box): number {
  if (box.left < view.left) return box.left - view.left;
  return box.right > view.right ? Math.min(box.right - view.right, box.left - view.left) : 0;
}

/** As much of a way as there is. A right-to-left box counts its places from 0 downwards. */
function clamp(now: number, by: number, most: number, negative: boolean): number {
  const [first, last] = negative ? [-most, 0] : [0, most];
  return Math.min(Math.max(now + by, first), Math.max(first, last)) - now;
}

function scrolls(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(original(element));
  if (!style) return false;
  const can = (overflow: string) => overflow === 'auto' || overflow === 'scroll' || overflow === 'overlay';
  return (can(style.overflowY) && element.scrollHeight > element.clientHeight) || (can(style.overflowX) && element.scrollWidth > element.clientWidth);
}

function isRightToLeft(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(original(element)).direction === 'rtl';
}

function viewOf(element: Element): Box {
  const rect = element.getBoundingClientRect();
  const [left, top] = [rect.left + element.clientLeft, rect.top + element.clientTop];
  // Lines of a list or a table often touch the edges of their box.
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}

/** What can be seen of a document, without what stays fixed at its edges. */
function viewportOf(document: Document, box: Box): Box {
  const view = document.defaultView;
  const right = document.documentElement.clientWidth || view?.innerWidth || 0;
  const bottom = view?.innerHeight ?? 0;
  const insets = insetsOf(document, Math.min(Math.max((box.left + box.right) / 2, 1), right - 1));
  return { left: 0, top: insets.top + MARGIN, right, bottom: bottom - insets.bottom - MARGIN };
}

function move({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}
