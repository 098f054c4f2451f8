/**
 * Runs in a page. Elements of the kind hide every property of the document: `<img name="body">` makes `document.body` that
 * image (HTML standard, "The Document object"), and Firefox tells content scripts the same.
 */
export function hideProperties(kind: string): void {
  const names = new Set<string>();
  for (let at: object = document; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  // The one that the browser itself keeps from being hidden.
  names.delete('location');
  // No document has it, but a shadow root, at which a walk upwards goes on with the element around.
  names.add('host');
  const hiding = [...names].map((name) => {
    const element = document.createElement(kind);
    element.id = name;
    element.setAttribute('name', name);
    element.style.display = 'none';
    return element;
  });
  document.body.append(...hiding);
}
