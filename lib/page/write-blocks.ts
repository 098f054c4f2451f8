import { collapse, collapseLines } from './clean-text';
import { readCaption, readLooseCaption } from './captions';
import { countCharacters, measureTree } from './measure';
import { readWhole } from './read-whole';
import type { Slices } from './slices';
import type { SnapElement, SnapNode } from './snapshot';
import { splitLarge } from './split-large';
import { findElement, LINE_BREAK, visitElements } from './tree';
import { type Origin, type Written, WrittenBlocks } from './written';

/** Elements that are read at one go, whatever their size. */
const SLOW = new Set(['table', 'ul', 'ol', 'dl']);

/**
 * Turns a tree into blocks in reading order. Never recurses; yields to the page between slices.
 * @param lang BCP 47 tag of the page; blocks that declare another one carry it.
 */
export async function writeBlocks(root: SnapElement, slices: Slices, lang?: string): Promise<Written> {
  const writer = new BlockWriter(lang);
  const stack: (SnapNode | { close: SnapElement })[] = [{ close: root }, ...[...root.children].reverse()];
  writer.open(root);
  for (let n = 1; ; n++) {
    const next = stack.pop();
    if (!next) break;
    if ('close' in next) writer.close(next.close);
    else if (next.kind === 'text') writer.text(next.text, next.parent);
    else if (split(next, stack)) continue;
    else if (writer.open(next)) {
      stack.push({ close: next });
      for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as SnapNode);
    }
    if (((n & 255) === 0 || ('tag' in next && SLOW.has(next.tag))) && slices.isOver()) await slices.next();
  }
  return writer.written;
}

function split(next: SnapElement, stack: (SnapNode | { close: SnapElement })[]): boolean {
  const parts = splitLarge(next);
  if (parts) stack.push(...parts.reverse());
  return parts !== undefined;
}

class BlockWriter {
  readonly written: WrittenBlocks;
  private buffer = '';
  private origin: SnapElement | null = null;
  private linked = 0;
  private firstLink: SnapElement | undefined;
  private readonly openLinks: SnapElement[] = [];
  /** Pictures met within the paragraph that is being gathered. */
  private inline: SnapElement[] = [];

  constructor(lang: string | undefined) {
    this.written = new WrittenBlocks(lang);
  }

  text(text: string, parent: SnapElement): void {
    this.buffer += text.replaceAll(LINE_BREAK, '');
    if (countCharacters(text) > 0) this.origin ??= parent;
    const link = this.openLinks.at(-1);
    if (!link) return;
    this.linked += countCharacters(text);
    this.firstLink ??= link;
  }

  /** Returns whether to go on with the children: false when the element was written whole. */
  open(element: SnapElement): boolean {
    const { tag } = element;
    if (tag === 'br') {
      this.buffer += LINE_BREAK;
      return false;
    }
    if (tag === 'img') {
      if (element.picture) this.picture(element);
      return false;
    }
    if (this.writeWhole(element)) return false;
    if (element.block) this.flush();
    if (tag === 'a' && element.element.hasAttribute('href')) this.openLinks.push(element);
    return true;
  }

  close(element: SnapElement): void {
    if (element.block) this.flush();
    if (this.openLinks.at(-1) === element) this.openLinks.pop();
  }

  private picture(image: SnapElement): void {
    if (collapse(this.buffer) !== '') this.inline.push(image);
    else {
      this.flush();
      const id = this.written.add({ kind: 'figure', imageIds: [] }, this.originOf(image));
      this.written.attach([image], id);
    }
  }

  /** Elements that make one block, whatever is in them. */
  private writeWhole(element: SnapElement): boolean {
    const whole = readWhole(element);
    if (whole === undefined) {
      if (element.tag === 'figure') return this.writeFigure(element);
      const caption = readLooseCaption(element);
      return caption !== undefined && this.writeCaption(element, caption);
    }
    this.flush();
    if (whole === 'pictures') for (const image of picturesIn(element)) this.picture(image);
    else if (whole !== 'nothing') this.written.attach(picturesIn(element), this.written.add(whole, this.originOf(element)));
    return true;
  }

  private writeFigure(element: SnapElement): boolean {
    if (findElement(element, (inner) => inner.tag === 'table' || inner.tag === 'pre' || inner.tag === 'blockquote')) return false;
    const images = picturesIn(element);
    const caption = readCaption(element);
    if (images.length === 0 && !caption) return false;
    this.flush();
    const id = this.written.add({ kind: 'figure', imageIds: [], ...(caption ? { caption } : {}) }, this.originOf(element));
    this.written.attach(images, id, caption);
    return true;
  }

  /** A caption with its pictures, or one that belongs to the picture before it. */
  private writeCaption(element: SnapElement, caption: string): boolean {
    this.flush();
    const images = picturesIn(element);
    if (images.length === 0 && this.written.captionLast(caption)) return true;
    this.written.attach(images, this.written.add({ kind: 'figure', imageIds: [], caption }, this.originOf(element)), caption);
    return true;
  }

  /** Ends the paragraph that is being gathered. Two line breaks in a row separate paragraphs, one stays. */
  private flush(): void {
    const { buffer, origin, inline, firstLink } = this;
    const linked = this.linked / Math.max(1, countCharacters(buffer));
    this.buffer = '';
    this.origin = null;
    this.inline = [];
    this.linked = 0;
    this.firstLink = undefined;
    let id: string | undefined;
    if (buffer !== '' && origin)
      for (const part of buffer.split(/\u0001\s*\u0001[\u0001\s]*/)) {
        const text = collapseLines(part, LINE_BREAK).join('\n');
        if (text) id = this.written.add({ kind: 'paragraph', text }, { element: origin, linked, firstLink });
      }
    if (inline.length > 0) this.written.attach(inline, id);
  }

  private originOf(element: SnapElement): Origin {
    const around = this.openLinks.at(-1);
    const measure = around ? undefined : measureTree(element).get(element);
    return { element, linked: around ? 1 : (measure?.linked ?? 0) / Math.max(1, measure?.characters ?? 0), firstLink: around ?? findElement(element, (inner) => inner.tag === 'a') };
  }
}

function picturesIn(element: SnapElement): SnapElement[] {
  const found: SnapElement[] = [];
  visitElements(element, (inner) => {
    if (inner.picture) found.push(inner);
    return undefined;
  });
  return found;
}
