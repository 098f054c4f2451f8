const proxies = new WeakMap<Node, Node>();
const originals = new WeakMap<Node, Node>();

/**
 * A form's controls hide the form's own properties: `<input name="previousSibling">` makes `form.previousSibling` that
 * input, in content scripts too, and could lead a walk round in circles. Forms are therefore read by the properties of
 * their prototype alone; every other node comes back as it is.
 * (HTML standard, "The form element", `[LegacyOverrideBuiltIns]`.)
 */
export function unclobbered<N extends Node>(node: N): N;
export function unclobbered<N extends Node>(node: N | null): N | null;
export function unclobbered(node: Node | null): Node | null {
  if (!node || !mayBeForm((node as Element).localName)) return node;
  const known = proxies.get(node);
  if (known) return known;
  const proxy = new Proxy(node, {
    get(form, name) {
      const value: unknown = Reflect.get(Reflect.getPrototypeOf(form) ?? form, name, form);
      return typeof value === 'function' ? (value.bind(form) as unknown) : value;
    },
  });
  proxies.set(node, proxy);
  originals.set(proxy, node);
  return proxy;
}

/** The node itself, for functions of the browser that take one. */
export function original<N extends Node>(node: N): N {
  return (originals.get(node) ?? node) as N;
}

/** Texts have no local name; that of a form may be hidden by a control. */
function mayBeForm(name: unknown): boolean {
  return name === 'form' || (name !== undefined && typeof name !== 'string');
}

/** The children of a node, last first. */
export function* childrenBackwards(parent: Node): Generator<Node> {
  for (let child = unclobbered(parent.lastChild); child; child = unclobbered(child.previousSibling)) yield child;
}
