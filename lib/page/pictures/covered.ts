import { documentOf, original, viewOf } from '../unclobbered';
import { type Box, frameOf, frameOffset, parentOf } from './frames';

/** Points, as shares of a box, at which it is asked whether something lies over it. */
const SHARES = [0.1, 0.5, 0.9];
/** Less opaque than this, what lies over a picture lets it be seen. */
const OPAQUE = 0.3;
const PAINTING = new Set(['img', 'video', 'canvas', 'iframe', 'embed', 'object', 'picture', 'input', 'textarea', 'select', 'button', 'image']);

/** How much of an element's box (in the outermost window) lies under something else, 0 to 1. */
export function coveredShare(element: Element, box: Box): number {
  let covered = 0;
  for (const across of SHARES)
    for (const down of SHARES) {
      const x = box.left + (box.right - box.left) * across;
      const y = box.top + (box.bottom - box.top) * down;
      if (isCovered(element, x, y)) covered++;
    }
  return covered / SHARES.length ** 2;
}

function isCovered(element: Element, x: number, y: number): boolean {
  for (let at: Element | null = original(element); at; at = frameOf(documentOf(at))) {
    const offset = frameOffset(documentOf(at));
    if (isCoveredIn(at, x - offset.x, y - offset.y)) return true;
  }
  return false;
}

function isCoveredIn(element: Element, x: number, y: number): boolean {
  const around = new Set<Element>();
  for (let at: Element | null = element; at; at = parentOf(at)) around.add(original(at));
  let root: Document | ShadowRoot | null = documentOf(element);
  while (root) {
    const stack: Element[] = root.elementsFromPoint(x, y);
    let next: ShadowRoot | null = null;
    for (const hit of stack) {
      if (hit === element || element.contains(hit)) return false;
      if (around.has(hit)) {
        // What is asked for lies deeper: within this host, or under it without catching the pointer.
        next = hit.shadowRoot !== root ? hit.shadowRoot : null;
        break;
      }
      if (paints(hit, x, y)) return true;
    }
    root = next;
  }
  return false;
}

/** Whether something can be seen of an element itself at a point. Transparent links often lie over a picture. */
function paints(element: Element, x: number, y: number): boolean {
  const style = viewOf(element)?.getComputedStyle(element);
  if (!style || style.visibility !== 'visible' || opacityOf(element) < OPAQUE) return false;
  if (PAINTING.has(element.localName)) return true;
  if (style.backgroundImage !== 'none' || alphaOf(style.backgroundColor) >= OPAQUE) return true;
  return element.shadowRoot?.elementsFromPoint(x, y).some((inner) => inner !== element && inner.getRootNode() === element.shadowRoot && paints(inner, x, y)) ?? false;
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at; at = parentOf(at)) opacity *= Number(viewOf(at)?.getComputedStyle(original(at)).opacity ?? 1);
  return opacity;
}

function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const alpha = /[,/]\s*([\d.]+)(%?)\)$/.exec(colour);
  if (!alpha || (/^rgb\(/.test(colour) && !colour.includes('/'))) return 1;
  return Number(alpha[1]) / (alpha[2] ? 100 : 1);
}
