import { viewOf } from '../unclobbered';

const ids = new WeakMap<Element, string>();
const elements = new Map<string, WeakRef<Element>>();

/** The id of an element's picture: the same for as long as the document lives. Given in the order of asking. */
export function idOf(element: Element): string {
  const known = ids.get(element);
  if (known) return known;
  const id = `p${elements.size + 1}`;
  ids.set(element, id);
  elements.set(id, new WeakRef(element));
  return id;
}

/** The element of an id; undefined when it is no longer in a document that is shown. */
export function elementOf(id: string): Element | undefined {
  const element = elements.get(id)?.deref();
  return element && isShown(element) ? element : undefined;
}

function isShown(element: Element): boolean {
  // A frame that was taken out leaves its document without a window.
  return element.isConnected && viewOf(element) !== null;
}
