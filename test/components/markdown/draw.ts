import { h, render, type VNode } from 'preact';
import { MarkdownDocument } from '~/components/chat/markdown/markdown-document';

export function draw(nodes: VNode[], root = document.createElement('div')): HTMLElement {
  render(h('div', null, nodes), root);
  return root;
}

/** Draws after every piece into one and the same element, as the panel does. */
export async function drawInPieces(pieces: readonly string[]): Promise<HTMLElement> {
  const answer = new MarkdownDocument();
  const root = document.createElement('div');
  for (const piece of pieces) {
    answer.append(piece);
    draw(answer.view(), root);
  }
  answer.finish();
  draw(answer.view(), root);
  // References that found their definition late are drawn again in a microtask.
  await new Promise((resolve) => setTimeout(resolve));
  return root;
}

/** Everything about the tree that a reader can notice; neighbouring text nodes count as one. */
export function describeTree(node: Node): string {
  const copy = node.cloneNode(true);
  copy.normalize();
  return serialize(copy);
}

function serialize(node: Node): string {
  if (node.nodeType === 3) return JSON.stringify(node.textContent);
  const element = node as Element;
  const attributes = Array.from(element.attributes).map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort().join('');
  return `<${element.localName}${attributes}>${Array.from(node.childNodes).map(serialize).join('')}</>`;
}
