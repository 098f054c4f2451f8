const descriptions = new WeakMap<Element, string>();

/** Docent's description of a picture, when the page holds it now. */
export function addedTo(element: Element): string | undefined {
  return descriptions.get(element);
}
