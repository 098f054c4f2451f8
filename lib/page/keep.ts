import type { Chosen } from './find-article';
import type { SnapElement, SnapNode } from './snapshot';

/** A copy of the tree that holds `keeps`' nodes and the elements around them. */
export function keepOnly(root: SnapElement, keeps: (node: SnapNode) => boolean, prune?: (element: SnapElement) => boolean): SnapElement {
  const copy: SnapElement = { ...root, children: [] };
  for (const child of root.children) {
    if (child.kind === 'text') {
      if (keeps(child)) copy.children.push({ ...child, parent: copy });
    } else if (child.tag === 'img' || child.tag === 'br') {
      if (keeps(child)) copy.children.push({ ...child, parent: copy });
    } else {
      if (prune?.(child)) continue;
      const inner = keepOnly(child, keeps, prune);
      if (inner.children.length > 0) {
        inner.parent = copy;
        copy.children.push(inner);
      }
    }
  }
  return copy;
}

/** White space and line breaks between chosen nodes stay: they keep words apart. */
export function keepChosen(root: SnapElement, chosen: Chosen): SnapElement {
  return keepOnly(root, (node) => chosen.has(node) || (node.kind === 'text' ? node.text.trim() === '' : node.tag === 'br'));
}
