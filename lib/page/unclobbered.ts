const proxies = new WeakMap<Node, Node>();
const originals = new WeakMap<Node, Node>();

/**
 * A form's controls hide the form's own properties: `<input name="previousSibling">` makes `form.previousSibling` that
 * input, in content scripts too, and could lead a walk round in circles. Forms are therefore read by the properties of
 * their prototype alone; every other element and text comes back as it is. Documents, of which `<img name="body">` hides
 * properties in the same way, come from `unclobberedDocument`, `documentOf` and `rootOf`.
 * (HTML standard, `[LegacyOverrideBuiltIns]` of "The form element" and of "The Document object".)
 */
export function unclobbered<N extends Node>(node: N): N;
export function unclobbered<N extends Node>(node: N | null): N | null;
export function unclobbered(node: Node | null): Node | null {
  return node && mayBeForm((node as Element).localName) ? guard(node) : node;
}

/** A document read by the properties of its prototype alone. */
export function unclobberedDocument(document: Document): Document {
  return guard(document);
}

/** The document that a node belongs to, as `unclobberedDocument` gives it. */
export function documentOf(node: Node): Document {
  return guard(ownProperty(node, 'ownerDocument') as Document);
}

/** The window that shows a node; null for none. */
export function viewOf(node: Node): (Window & typeof globalThis) | null {
  return documentOf(node).defaultView;
}

/** The root of the tree that a node stands in, its properties its own: a document, a shadow root, or whatever was taken out of them. */
export function rootOf(node: Node): Node {
  const find = ownProperty(node, 'getRootNode') as Node['getRootNode'];
  return guard(find.call(original(node)));
}

/** The element whose shadow tree an element stands in; null outside of one. A document with an `<img name="host">` is none. */
export function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return root.nodeType === 11 ? unclobbered((root as Partial<ShadowRoot>).host ?? null) : null;
}

/** The node itself, for functions of the browser that take one. */
export function original<N extends Node>(node: N): N {
  return (originals.get(node) ?? node) as N;
}

/** The children of a node, last first. */
export function* childrenBackwards(parent: Node): Generator<Node> {
  for (let child = unclobbered(parent.lastChild); child; child = unclobbered(child.previousSibling)) yield child;
}

function guard<N extends Node>(node: N): N {
  if (originals.has(node)) return node;
  const known = proxies.get(node);
  if (known) return known as N;
  const proxy = new Proxy(node, {
    get(hidden, name) {
      const value = ownProperty(hidden, name);
      return typeof value === 'function' ? (value.bind(hidden) as unknown) : value;
    },
  });
  proxies.set(node, proxy);
  originals.set(proxy, node);
  return proxy;
}

/** What a property of a node is by its prototype, whatever hides it. */
function ownProperty(node: Node, name: string | symbol): unknown {
  const hidden = original(node);
  return Reflect.get(Reflect.getPrototypeOf(hidden) ?? hidden, name, hidden);
}

/** Texts have no local name; that of a form may be hidden by a control. */
function mayBeForm(name: unknown): boolean {
  return name === 'form' || (name !== undefined && typeof name !== 'string');
}
