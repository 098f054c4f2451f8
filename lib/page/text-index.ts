import { frameDocument } from './frame-document';
import { childrenBackwards, original, unclobbered } from './unclobbered';
import { lastAtMost, squeeze } from '~/lib/shared/squeeze';
import { SqueezedText } from './squeezed';

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'head', 'textarea', 'select', 'svg']);

/** A boundary point as the DOM has it: one node and an offset (UTF-16) in it. */
interface TextPoint {
  node: Text;
  offset: number;
}

/**
 * The text of a page in reading order, white space and invisible characters left out, and where each part of it stands:
 * open shadow roots, slots and frames of the same origin stand where they are shown. Changes nothing.
 */
export class TextIndex {
  readonly text: string;
  /** Roots of the trees that were read: the document, shadow roots, documents of frames. */
  readonly roots: Node[] = [];
  readonly #nodes: Text[] = [];
  /** Where each node's text starts in `text`; ascending. */
  readonly #starts: number[] = [];
  readonly #squeezed = new WeakMap<Text, SqueezedText>();
  #order: Map<Node, number> | undefined;

  constructor(document: Document) {
    const parts: string[] = [];
    let length = 0;
    this.roots.push(document);
    const stack: Node[] = [unclobbered(document.body ?? document) as Node];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.nodeType === 3) {
        const text = squeeze(node.nodeValue ?? '');
        if (text === '') continue;
        this.#nodes.push(node as Text);
        this.#starts.push(length);
        parts.push(text);
        length += text.length;
      } else this.#pushInner(node, stack);
    }
    this.text = parts.join('');
  }

  #pushInner(node: Node, stack: Node[]): void {
    let from = node;
    if (node.nodeType === 1) {
      const element = node as Element;
      if (UNREAD.has(element.localName)) return;
      if (element.localName === 'slot') {
        const assigned = (element as HTMLSlotElement).assignedNodes?.({ flatten: true }) ?? [];
        if (assigned.length > 0) {
          stack.push(...[...assigned].reverse().map((inner) => unclobbered(inner) as Node));
          return;
        }
      }
      const frame = element.localName === 'iframe' ? frameDocument(element) : null;
      const inner = frame && original(frame);
      if (inner?.body || element.shadowRoot) {
        from = element.shadowRoot ?? (inner?.body as Node);
        this.roots.push(element.shadowRoot ?? (inner as Node));
      }
    }
    for (const child of childrenBackwards(from)) stack.push(child);
  }

  /**
   * Ranges of the page for `start` to `end` of the text, in reading order: one, unless the passage lies in several
   * trees, which no range can span.
   */
  ranges(start: number, end: number): Range[] {
    if (start >= end) return [];
    const ranges: Range[] = [];
    let from = this.#pointAt(start);
    let to = from;
    for (let index = lastAtMost(this.#starts, start) + 1; (this.#starts[index] ?? Infinity) < end; index++) {
      const node = this.#nodes[index] as Text;
      if (from && to && node.getRootNode() !== from.node.getRootNode()) {
        const before = this.#pointAt((this.#starts[index] ?? 0) - 1);
        if (before) ranges.push(rangeOf(from, { node: before.node, offset: before.offset + 1 }));
        from = this.#pointAt(this.#starts[index] ?? 0);
      }
      to = from;
    }
    const last = this.#pointAt(end - 1);
    if (from && last) ranges.push(rangeOf(from, { node: last.node, offset: last.offset + 1 }));
    return ranges;
  }

  /** Whether the page still has what the index says of `start` to `end`. Costs the passage, not the page. */
  isCurrent(start: number, end: number): boolean {
    for (let index = lastAtMost(this.#starts, start); (this.#starts[index] ?? Infinity) < end; index++) {
      if (!this.#nodes[index]?.isConnected || this.#squeezedNode(index).squeezed !== this.#textOf(index)) return false;
    }
    return true;
  }

  /** Whether `start` and `end` are borders of text nodes, as those of a block are. */
  isBordered(start: number, end: number): boolean {
    const { length } = this.text;
    const starts = (at: number) => at === length || this.#starts[lastAtMost(this.#starts, at)] === at;
    return starts(start) && starts(end);
  }

  /** Where a place of the DOM stands in the text; that of the next text, when there is none at the place itself. */
  positionOf(container: Node, offset: number): number | undefined {
    const order = (this.#order ??= new Map(this.#nodes.map((node, index) => [original<Node>(node), index])));
    const index = order.get(original(container));
    if (index !== undefined) {
      const { squeezed } = this.#squeezedNode(index);
      // Behind the last character of a text is still that text, not the next one.
      return (this.#starts[index] ?? 0) + Math.min(squeezed.length - 1, this.#squeezedNode(index).squeezedOffset(offset));
    }
    const next = textFrom(container, offset, (node) => order.has(node));
    const found = next === null ? undefined : order.get(next);
    return found === undefined ? undefined : this.#starts[found];
  }

  #textOf(index: number): string {
    return this.text.slice(this.#starts[index], this.#starts[index + 1]);
  }

  #squeezedNode(index: number): SqueezedText {
    const node = this.#nodes[index] as Text;
    let squeezed = this.#squeezed.get(node);
    if (squeezed?.raw !== node.nodeValue) this.#squeezed.set(node, (squeezed = new SqueezedText(node.nodeValue ?? '')));
    return squeezed as SqueezedText;
  }

  /** The text node and offset of the `position`th character. */
  #pointAt(position: number): TextPoint | null {
    const index = lastAtMost(this.#starts, position);
    const node = this.#nodes[index];
    if (!node) return null;
    const squeezed = this.#squeezedNode(index);
    const offset = squeezed.rawOffset(position - (this.#starts[index] ?? 0));
    return offset < squeezed.raw.length ? { node, offset } : null;
  }
}

function rangeOf(from: TextPoint, to: TextPoint): Range {
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The first text that passes, from the `offset`th child of `container` on, within its tree. */
function textFrom(container: Node, offset: number, passes: (node: Node) => boolean): Node | null {
  let at: Node | null = container.childNodes?.[offset] ?? nextOutside(container);
  while (at) {
    if (at.nodeType === 3 && passes(at)) return at;
    at = at.firstChild ?? nextOutside(at);
  }
  return null;
}

function nextOutside(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}
