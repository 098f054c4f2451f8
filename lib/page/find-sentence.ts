import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { align, findInterrupted, type AlignedSpan } from './align';
import { isShown } from './find-passage';
import { locate } from './locate';
import { SqueezedText } from './squeezed';
import { TextIndex } from './text-index';

/** Where a block stands in the text of the page. */
interface Place {
  start: number;
  end: number;
  /** Ascending; from offsets in the squeezed text of the block. */
  spans: AlignedSpan[];
}

/** Below this many characters a text may well be part of another: only one that fills its place in the page will do. */
const SHORT = 40;
/** Characters beyond the block before in which a changed block is looked for first. */
const NEAR = 20_000;
/** Milliseconds after which a block that was not found is looked for again, if the page has changed meanwhile. */
const RETRY = 1_000;

/**
 * Leads from the blocks of a page to the page itself and back, for going through a whole article: the page is read once
 * and again only when a passage is no longer where it was. Changes nothing. `close` it when done.
 */
export class SentenceFinder {
  readonly #document: Document;
  readonly #blocks: readonly Block[];
  readonly #order = new Map<string, number>();
  #index: TextIndex | undefined;
  /** By block, as far as they have been looked for: always from the first on. */
  #places: (Place | null)[] = [];
  #cursor = 0;
  #recent: { block: Block; text: SqueezedText } | undefined;
  #observer: MutationObserver | undefined;
  #changed = false;
  #readAt = 0;

  /** @param blocks those of the page's `PageContent`, in order. */
  constructor(document: Document, blocks: readonly Block[]) {
    this.#document = document;
    this.#blocks = blocks;
    blocks.forEach((block, index) => this.#order.set(block.id, index));
  }

  /**
   * The ranges of what stands at `start` to `end` (UTF-16) in `blockText(block)`, in reading order: one as a rule;
   * several where the page has text in between that the block has not, or where it lies in several trees. Empty when
   * it is no longer in the page.
   */
  find(blockId: string, start: number, end: number): Range[] {
    const number = this.#order.get(blockId);
    if (number === undefined) return [];
    const found = this.#find(number, start, end);
    if (Array.isArray(found)) return found;
    if (found === 'not found' && !this.#mayReadAgain()) return [];
    this.#read();
    const again = this.#find(number, start, end);
    return Array.isArray(again) ? again : [];
  }

  /** The block and the offset in its text at a place of the DOM, as a click gives it; null when no block is there. */
  positionAt(container: Node, offset: number): { blockId: string; offset: number } | null {
    const found = this.#positionAt(container, offset);
    if (found || !this.#mayReadAgain()) return found;
    this.#read();
    return this.#positionAt(container, offset);
  }

  close(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#index = undefined;
    this.#places = [];
  }

  #find(number: number, start: number, end: number): Range[] | 'not found' | 'changed' {
    const index = this.#index ?? this.#read();
    const place = this.#placeOf(number);
    if (!place) return 'not found';
    const text = this.#squeezed(number);
    const from = text.squeezedOffset(start);
    const to = text.squeezedOffset(end);
    const ranges: Range[] = [];
    for (const span of place.spans) {
      const first = Math.max(from, span.wanted);
      const last = Math.min(to, span.wanted + span.length);
      if (first >= last) continue;
      const at = span.text - span.wanted;
      if (!index.isCurrent(first + at, last + at)) return 'changed';
      ranges.push(...index.ranges(first + at, last + at));
    }
    return ranges;
  }

  #positionAt(container: Node, offset: number): { blockId: string; offset: number } | null {
    const index = this.#index ?? this.#read();
    this.#placeOf(this.#blocks.length - 1);
    const position = index.positionOf(container, offset);
    if (position === undefined) return null;
    const number = this.#places.findIndex((place) => place && place.start <= position && position < place.end);
    const place = this.#places[number];
    const block = this.#blocks[number];
    if (!place || !block) return null;
    const span = place.spans.findLast(({ text }) => text <= position) ?? place.spans[0];
    if (!span) return null;
    const within = Math.min(span.length, Math.max(0, position - span.text));
    return { blockId: block.id, offset: this.#squeezed(number).rawOffset(span.wanted + within) };
  }

  #read(): TextIndex {
    this.#places = [];
    this.#cursor = 0;
    this.#index = new TextIndex(this.#document);
    this.#observe(this.#index.roots);
    this.#readAt = performance.now();
    return this.#index;
  }

  #observe(roots: readonly Node[]): void {
    this.#observer?.disconnect();
    this.#changed = false;
    this.#observer ??= new MutationObserver(() => {
      this.#changed = true;
    });
    for (const root of roots) this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
  }

  #mayReadAgain(): boolean {
    // Callbacks never run where the page has scripts switched off; the records are there all the same.
    if ((this.#observer?.takeRecords().length ?? 0) > 0) this.#changed = true;
    return this.#changed && performance.now() - this.#readAt > RETRY;
  }

  /** Blocks stand in the page in their order: each is looked for behind the one before it. */
  #placeOf(number: number): Place | null {
    for (let next = this.#places.length; next <= number; next++) {
      const place = this.#locate(next);
      this.#places.push(place);
      if (place) this.#cursor = place.end;
    }
    return this.#places[number] ?? null;
  }

  #locate(number: number): Place | null {
    const index = this.#index ?? this.#read();
    const wanted = this.#squeezed(number).squeezed;
    if (wanted === '') return null;
    const cursor = this.#cursor;
    const exact = this.#choose(index, wanted, cursor) ?? (cursor > 0 ? this.#choose(index, wanted, 0) : undefined);
    if (exact !== undefined) return { start: exact, end: exact + wanted.length, spans: [{ wanted: 0, text: exact, length: wanted.length }] };
    const spans = findInterrupted(wanted, index.text, cursor, cursor + NEAR);
    if (spans) return placeOf(spans);
    const near = index.text.slice(cursor, cursor + NEAR + wanted.length * 2);
    const [similar] = locate(near, wanted, false).map(([start, end]) => [start + cursor, end + cursor] as const);
    const [start, end] = similar ?? locate(index.text, wanted, false)[0] ?? [];
    if (start === undefined || end === undefined) return null;
    return placeOf(align(wanted, index.text, start, end));
  }

  /** Where `wanted` stands at or behind `from`: where the reader can see it, rather than in a copy that is hidden. */
  #choose(index: TextIndex, wanted: string, from: number): number | undefined {
    let shown: number | undefined;
    let any: number | undefined;
    let tried = 0;
    for (let at = index.text.indexOf(wanted, from); at !== -1 && tried < 20; at = index.text.indexOf(wanted, at + 1), tried++) {
      any ??= at;
      const [range] = index.ranges(at, at + 1);
      if (!range || !isShown(range)) continue;
      if (wanted.length >= SHORT || index.isBordered(at, at + wanted.length)) return at;
      shown ??= at;
    }
    return shown ?? any;
  }

  #squeezed(number: number): SqueezedText {
    const block = this.#blocks[number] as Block;
    if (this.#recent?.block !== block) this.#recent = { block, text: new SqueezedText(blockText(block)) };
    return this.#recent.text;
  }
}

function placeOf(spans: AlignedSpan[]): Place | null {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? { start: first.text, end: last.text + last.length, spans } : null;
}
