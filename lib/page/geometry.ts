import { documentOf, hostOf, original, unclobbered } from './unclobbered';
import { contrast, readColour, type Rgba } from './colours';

/** What of a page can be scrolled into sight. CSS pixels. */
export interface PageBox {
  width: number;
  scrollX: number;
  scrollY: number;
  rtl: boolean;
  /** Nothing beyond the side edge can be reached: the page does not scroll sideways. */
  clipsX: boolean;
}

/** Where the element's own letters are, children left aside; null when they have no place. */
export function measureText(element: Element): DOMRect | null {
  const range = documentOf(element).createRange();
  let union: DOMRect | null = null;
  for (const child of element.childNodes) {
    if (child.nodeType !== 3 || (child.nodeValue ?? '').trim() === '') continue;
    range.selectNodeContents(child);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0 && rect.height === 0) continue;
    union = union ? unite(union, rect) : rect;
  }
  return union;
}

function unite(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

/** No scrolling of the page or of a box within it brings `rect` into sight. */
export function isUnreachable(rect: DOMRect, element: Element, box: PageBox, fixed: boolean): boolean {
  const { documentElement, body } = documentOf(element);
  let { scrollX, scrollY } = fixed ? { scrollX: 0, scrollY: 0 } : box;
  for (let at: Element | null = element; at; at = above(at)) {
    if (at === documentElement || at === body) continue;
    scrollX += at.scrollLeft;
    scrollY += at.scrollTop;
  }
  if (rect.bottom + scrollY <= 0) return true;
  const stuck = fixed || box.clipsX;
  if (rect.right + scrollX <= 0) return !box.rtl || stuck;
  return rect.left + Math.min(0, scrollX) >= box.width && (stuck || box.rtl) && !isInSidewaysScroller(element);
}

function isInSidewaysScroller(element: Element): boolean {
  const { body } = documentOf(element);
  for (let at: Element | null = element; at && at !== body; at = above(at))
    if (at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0) return true;
  return false;
}

function above(element: Element): Element | null {
  return unclobbered(element.parentElement ?? hostOf(element));
}

const MEDIA = new Set(['img', 'video', 'canvas', 'svg', 'picture', 'iframe']);
/** Bounds of the search for something behind a text: ancestors, and elements looked at in each. */
const LEVELS = 4;
const NEIGHBOURS = 60;

/**
 * Whether text that has its ancestors' background colour can be read all the same, because a picture or a box of
 * another colour lies behind it.
 */
export function showsThrough(element: Element, fill: Rgba, styleOf: (element: Element) => CSSStyleDeclaration): boolean {
  const text = measureText(element) ?? element.getBoundingClientRect();
  const x = (text.left + text.right) / 2;
  const y = (text.top + text.bottom) / 2;
  let at: Element | null = element;
  for (let level = 0; level < LEVELS && at; level++, at = unclobbered(at.parentElement)) {
    const within = at.getElementsByTagName('*');
    for (let i = 0; i < Math.min(NEIGHBOURS, within.length); i++) {
      const other = unclobbered(within[i] ?? null);
      if (!other || other.contains(original(element))) continue;
      const rect = other.getBoundingClientRect();
      if (rect.left > x || rect.right < x || rect.top > y || rect.bottom < y || rect.width < 8) continue;
      if (MEDIA.has(other.localName)) return true;
      const style = styleOf(other);
      if (style.backgroundImage && style.backgroundImage !== 'none') return true;
      const colour = readColour(style.backgroundColor);
      if (!element.contains(original(other)) && colour && colour[3] > 0.5 && contrast(fill, colour) >= 1.5) return true;
    }
  }
  return false;
}
