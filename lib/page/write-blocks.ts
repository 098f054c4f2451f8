import type { Block, PageImage } from '~/lib/shared/page-content';
import { collapse, collapseLines } from './clean-text';
import { readCaption, readLooseCaption } from './captions';
import { readCode } from './code';
import { declaredLanguage } from './declared-language';
import { isPlainList, readList } from './lists';
import { countCharacters, measureTree } from './measure';
import type { Slices } from './slices';
import type { SnapElement, SnapNode } from './snapshot';
import { splitLarge } from './split-large';
import { isDataTable, readTable } from './tables';
import { headingLevel } from './tags';
import { findElement, LINE_BREAK, rawText, visitElements } from './tree';

export interface Origin {
  element: SnapElement;
  /** Share of the block's characters that are links, 0 to 1. */
  linked: number;
  firstLink: SnapElement | undefined;
}

export interface Written {
  blocks: Block[];
  images: PageImage[];
  /** Where each block stands in the page, and what of it are links, by block id. */
  origins: Map<string, Origin>;
}

type Draft = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;

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
  readonly written: Written = { blocks: [], images: [], origins: new Map() };
  private buffer = '';
  private origin: SnapElement | null = null;
  private linked = 0;
  private firstLink: SnapElement | undefined;
  private readonly openLinks: SnapElement[] = [];
  /** Pictures met within the paragraph that is being gathered. */
  private inline: SnapElement[] = [];
  private readonly lang: string | undefined;

  constructor(lang: string | undefined) {
    this.lang = lang;
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
      const id = this.add({ kind: 'figure', imageIds: [] }, this.originOf(image));
      this.attach([image], id);
    }
  }

  /** Elements that make one block, whatever is in them. */
  private writeWhole(element: SnapElement): boolean {
    const { tag } = element;
    if (headingLevel(tag) > 0) return this.writeHeading(element, headingLevel(tag));
    if (element.element.getAttribute('role') === 'heading')
      return this.writeHeading(element, Number(element.element.getAttribute('aria-level')) || 2);
    if (tag === 'pre') return this.writeCode(element);
    if ((tag === 'ul' || tag === 'ol' || tag === 'dl' || tag === 'menu') && isPlainList(element)) {
      const items = readList(element);
      this.flush();
      if (items.length > 0) this.addWhole({ kind: 'list', ordered: tag === 'ol', items }, element);
      else this.addPictures(element);
      return true;
    }
    if (tag === 'table' && isDataTable(element)) {
      this.flush();
      const table = readTable(element);
      if (table.rows.length > 0) this.addWhole({ kind: 'table', ...table }, element);
      return true;
    }
    if (tag === 'blockquote' && !findElement(element, isLargerThanQuote)) {
      this.flush();
      const text = collapseLines(rawText(element), LINE_BREAK).join('\n');
      if (text) this.addWhole({ kind: 'quote', text }, element);
      else this.addPictures(element);
      return true;
    }
    if (tag === 'figure') return this.writeFigure(element);
    const caption = readLooseCaption(element);
    return caption !== undefined && this.writeCaption(element, caption);
  }

  private writeHeading(element: SnapElement, level: number): boolean {
    this.flush();
    const text = collapse(rawText(element).replaceAll(LINE_BREAK, ' '));
    if (text) this.addWhole({ kind: 'heading', level: Math.min(6, Math.max(1, level)), text }, element);
    else this.addPictures(element);
    return true;
  }

  private writeCode(element: SnapElement): boolean {
    this.flush();
    const code = readCode(element);
    if (code.text) this.addWhole({ kind: 'code', ...code }, element);
    return true;
  }

  private writeFigure(element: SnapElement): boolean {
    if (findElement(element, (inner) => inner.tag === 'table' || inner.tag === 'pre' || inner.tag === 'blockquote')) return false;
    const images = picturesIn(element);
    const caption = readCaption(element);
    if (images.length === 0 && !caption) return false;
    this.flush();
    const id = this.add({ kind: 'figure', imageIds: [], ...(caption ? { caption } : {}) }, this.originOf(element));
    this.attach(images, id, caption);
    return true;
  }

  /** A caption with its pictures, or one that belongs to the picture before it. */
  private writeCaption(element: SnapElement, caption: string): boolean {
    this.flush();
    const images = picturesIn(element);
    const before = this.written.blocks.at(-1);
    if (images.length === 0 && before?.kind === 'figure' && before.caption === undefined) {
      before.caption = caption;
      for (const id of before.imageIds) this.captionImage(id, caption);
      return true;
    }
    this.attach(images, this.add({ kind: 'figure', imageIds: [], caption }, this.originOf(element)), caption);
    return true;
  }

  private captionImage(id: string, caption: string): void {
    const image = this.written.images[Number(id.slice(1)) - 1];
    if (image) image.caption = caption;
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
        if (text) id = this.add({ kind: 'paragraph', text }, { element: origin, linked, firstLink });
      }
    if (inline.length > 0) this.attach(inline, id);
  }

  private add(draft: Draft, origin: Origin): string {
    const id = `b${this.written.blocks.length + 1}`;
    const lang = declaredLanguage(origin.element, this.lang);
    this.written.blocks.push({ id, ...(lang ? { lang } : {}), ...draft } as Block);
    this.written.origins.set(id, origin);
    return id;
  }

  private originOf(element: SnapElement): Origin {
    const around = this.openLinks.at(-1);
    const measure = around ? undefined : measureTree(element).get(element);
    return { element, linked: around ? 1 : (measure?.linked ?? 0) / Math.max(1, measure?.characters ?? 0), firstLink: around ?? findElement(element, (inner) => inner.tag === 'a') };
  }

  private addWhole(draft: Draft, element: SnapElement): void {
    this.attach(picturesIn(element), this.add(draft, this.originOf(element)));
  }

  private addPictures(element: SnapElement): void {
    for (const image of picturesIn(element)) this.picture(image);
  }

  private attach(images: SnapElement[], blockId: string | undefined, caption?: string): void {
    for (const image of images) {
      if (!image.picture) continue;
      const id = `i${this.written.images.length + 1}`;
      const place = blockId ?? this.written.blocks.at(-1)?.id;
      this.written.images.push({ id, ...image.picture, ...(place ? { blockId: place } : {}), ...(caption ? { caption } : {}) });
      const block = blockId === undefined ? undefined : this.written.blocks[Number(blockId.slice(1)) - 1];
      if (block?.kind === 'figure') block.imageIds.push(id);
    }
  }
}

function isLargerThanQuote(element: SnapElement): boolean {
  return headingLevel(element.tag) > 0 || element.tag === 'table' || element.tag === 'pre' || element.tag === 'figure';
}

function picturesIn(element: SnapElement): SnapElement[] {
  const found: SnapElement[] = [];
  visitElements(element, (inner) => {
    if (inner.picture) found.push(inner);
    return undefined;
  });
  return found;
}
