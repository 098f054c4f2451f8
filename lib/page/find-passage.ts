import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { removeInvisible } from './clean-text';
import { frameDocument } from './frame-document';
import { locate } from './locate';
import { childrenBackwards, unclobberedDocument } from './unclobbered';

/** The text of one tree (document, shadow root or frame), white space left out, and where each part of it stands. */
interface TextIndex {
  document: Document;
  text: string;
  nodes: Text[];
  /** Where each node's text starts in `text`; ascending. */
  starts: number[];
}

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'head', 'textarea', 'select', 'svg']);

/**
 * Finds a block again in the live page by its text: also when white space differs, when the text is split over
 * inline elements, when it lies in an open shadow root or a frame of the same origin, and when the page has changed
 * a little. A place the reader can see is preferred. Null when the passage is gone. Changes nothing.
 */
export function findPassage(document: Document, passage: Block | { text: string }): Range | null {
  const wanted = squeeze('kind' in passage ? blockText(passage) : passage.text);
  if (wanted === '') return null;
  const indexes = indexTrees(unclobberedDocument(document));
  let fallback: Range | null = null;
  for (const exact of [true, false])
    for (const index of indexes)
      for (const [start, end] of locate(index.text, wanted, exact)) {
        const range = toRange(index, start, end);
        if (range && isShown(range)) return range;
        fallback ??= range;
      }
  return fallback;
}

function indexTrees(document: Document): TextIndex[] {
  const indexes: TextIndex[] = [];
  const trees: { document: Document; root: Node }[] = [{ document, root: document.body ?? document }];
  for (let tree = trees.shift(); tree; tree = trees.shift()) indexes.push(indexTree(tree.document, tree.root, trees));
  return indexes;
}

function indexTree(document: Document, root: Node, trees: { document: Document; root: Node }[]): TextIndex {
  const index: TextIndex = { document, text: '', nodes: [], starts: [] };
  const parts: string[] = [];
  let length = 0;
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3) {
      const text = squeeze(node.nodeValue ?? '');
      if (text === '') continue;
      index.nodes.push(node as Text);
      index.starts.push(length);
      parts.push(text);
      length += text.length;
      continue;
    }
    if (node.nodeType === 1) {
      const element = node as Element;
      if (UNREAD.has(element.localName)) continue;
      if (element.shadowRoot) trees.push({ document, root: element.shadowRoot });
      const inner = element.localName === 'iframe' ? frameDocument(element) : null;
      if (inner?.body) trees.push({ document: inner, root: inner.body });
    }
    for (const child of childrenBackwards(node)) stack.push(child);
  }
  index.text = parts.join('');
  return index;
}

/** Without white space and invisible characters: what is left is the same however the page breaks its lines. */
function squeeze(text: string): string {
  return removeInvisible(text).replace(/[\s\u200C\u200D]+/g, '');
}

function toRange(index: TextIndex, start: number, end: number): Range | null {
  const from = pointAt(index, start);
  const to = pointAt(index, end - 1);
  if (!from || !to) return null;
  const range = index.document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}

/** The text node and offset of the `position`th character of the index. */
function pointAt(index: TextIndex, position: number): { node: Text; offset: number } | null {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const node = index.nodes[low];
  if (!node) return null;
  let left = position - (index.starts[low] ?? 0);
  const value = node.nodeValue ?? '';
  for (let offset = 0; offset < value.length; offset++) {
    // Pairs of surrogates are judged together: a Unicode tag is invisible, each of its halves is not.
    const point = String.fromCodePoint(value.codePointAt(offset) ?? 0);
    const width = squeeze(point) === '' ? 0 : point.length;
    if (left < width) return { node, offset: offset + left };
    left -= width;
    offset += point.length - 1;
  }
  return null;
}

function isShown(range: Range): boolean {
  const element = range.startContainer.parentElement;
  if (!element) return true;
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
