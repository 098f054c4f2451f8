import { original } from '../unclobbered';
import { parentOf } from '../pictures/frames';

/** Bars stacked at one edge that are looked for, and the share of the window they may take in all. */
const MOST_BARS = 4;
const MOST_OF_WINDOW = 0.45;

/** Heights (CSS pixels) of what stays at the edges of a window while the page below it is scrolled: headers, cookie bars. */
export function insetsOf(document: Document, x: number): { top: number; bottom: number } {
  const height = document.defaultView?.innerHeight ?? 0;
  const top = edge(document, x, 0, height, (rect) => rect.bottom);
  const bottom = height - edge(document, x, height, 0, (rect) => rect.top);
  const most = height * MOST_OF_WINDOW;
  // What fills the window is no bar: a page may lie in a fixed box as a whole.
  return { top: top > most ? 0 : top, bottom: bottom > most ? 0 : bottom };
}

/** From one edge towards the other: how far fixed boxes reach. */
function edge(document: Document, x: number, from: number, to: number, farSide: (rect: DOMRect) => number): number {
  const direction = Math.sign(to - from);
  let y = from;
  for (let bars = 0; bars < MOST_BARS; bars++) {
    const bar = fixedAt(document, x, y + direction);
    if (!bar) return y;
    const side = farSide(bar.getBoundingClientRect());
    if ((side - y) * direction <= 0) return y;
    y = side;
  }
  return y;
}

/** The fixed or stuck element at a point of the window. */
function fixedAt(document: Document, x: number, y: number): Element | null {
  for (let at = document.elementFromPoint(x, y); at; at = parentOf(at)) {
    const position = document.defaultView?.getComputedStyle(original(at)).position;
    if (position === 'fixed' || position === 'sticky') return at;
  }
  return null;
}
