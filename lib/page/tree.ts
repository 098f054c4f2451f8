import type { SnapElement, SnapNode } from './snapshot';

/** Visits `root` and all below it, parents first, in reading order. Return false to leave out what is below. */
export function visitElements(root: SnapElement, visit: (element: SnapElement) => boolean | undefined): void {
  const stack: SnapElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (visit(element) === false) continue;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.kind === 'element') stack.push(child);
    }
  }
}

/** The first element below `root`, in reading order, that passes. */
export function findElement(root: SnapElement, test: (element: SnapElement) => boolean): SnapElement | undefined {
  const stack: SnapElement[] = elementChildren(root).reverse();
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (test(element)) return element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.kind === 'element') stack.push(child);
    }
  }
  return undefined;
}

export function elementChildren(element: SnapElement): SnapElement[] {
  return element.children.filter((child): child is SnapElement => child.kind === 'element');
}

export function hasAncestor(node: SnapNode, test: (element: SnapElement) => boolean): boolean {
  for (let at = node.parent; at; at = at.parent) if (test(at)) return true;
  return false;
}

/** Stands for `<br>` until white space has been collapsed. No page text can hold it: control characters are removed. */
export const LINE_BREAK = '\u0001';

/**
 * All text below `element`, unpolished: blocks are set apart by line breaks. Stops soon after `limit` characters, for
 * those who only ask whether there are as many.
 */
export function rawText(element: SnapElement, skip?: (element: SnapElement) => boolean, limit = Infinity): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (SnapNode | string)[] = [...element.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (length > limit) break;
    if (typeof node === 'string') parts.push(node);
    else if (node.kind === 'text') {
      parts.push(node.text.replaceAll(LINE_BREAK, ''));
      length += node.text.length;
    }
    else if (node.tag === 'br') parts.push(LINE_BREAK);
    else if (!skip?.(node)) {
      if (node.block) {
        parts.push(LINE_BREAK);
        stack.push(LINE_BREAK);
      }
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as SnapNode);
    }
  }
  return parts.join('');
}
