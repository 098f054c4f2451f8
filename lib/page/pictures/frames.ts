import { documentOf, hostOf, original, unclobbered, viewOf } from '../unclobbered';
import { frameDocument } from '../frame-document';

/** A box in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The frame element that shows a document; null for the page itself, and within a frame of another origin. */
export function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Where the content of an element's frames begins, in the outermost window that can be reached. */
export function frameOffset(document: Document): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let frame = frameOf(document); frame; frame = frameOf(documentOf(frame))) {
    const rect = frame.getBoundingClientRect();
    const style = viewOf(frame)?.getComputedStyle(frame);
    x += rect.left + frame.clientLeft + (Number.parseFloat(style?.paddingLeft ?? '') || 0);
    y += rect.top + frame.clientTop + (Number.parseFloat(style?.paddingTop ?? '') || 0);
  }
  return { x, y };
}

/** Every element of the page (forms as `unclobbered` gives them), those of open shadow roots and of frames that can be entered included. */
export function* everyElement(root: Node): Generator<Element> {
  const trees: Node[] = [root];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const walker = (tree.nodeType === 9 ? (tree as Document) : documentOf(tree)).createTreeWalker(original(tree), 1 /* elements */);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = unclobbered(node as Element);
      yield element;
      if (element.shadowRoot) trees.push(element.shadowRoot);
      const inner = element.localName === 'iframe' || element.localName === 'frame' ? frameDocument(element) : null;
      if (inner) trees.push(inner);
    }
  }
}

/** The element around, across shadow roots; null at the top of a document. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentElement;
  if (parent) return unclobbered(parent);
  return hostOf(element);
}
