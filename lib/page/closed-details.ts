/** What a closed `<details>` shows: its first `<summary>`. */
export function findSummary(details: Element): Element | undefined {
  return [...details.children].find((child) => child.localName === 'summary');
}

/** Whether a child of this element is not laid out until the reader opens it. */
export function isBehind(parent: Element, child: Element): boolean {
  return parent.localName === 'details' && !parent.hasAttribute('open') && child !== findSummary(parent);
}
