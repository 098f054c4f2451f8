import { blockText } from '~/lib/shared/block-text';
import type { PageContent } from '~/lib/shared/page-content';
import type { SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { Narration, type NarrationSetup } from '~/lib/speech/narration';
import type { ReadingCheck } from '../guard/check-reading';
import type { PicturesAhead } from './pictures-ahead';
import type { Reading, Walk } from './reading';

/** A page, or what is selected of one. */
export class PageReading implements Reading {
  readonly lang: string | undefined;
  readonly length: number;
  readonly pictures: PicturesAhead | undefined;
  readonly check: ReadingCheck;
  readonly #page: Pick<PageContent, 'blocks' | 'images' | 'lang'>;
  readonly #narration: Narration;
  /** Characters before each block. */
  readonly #before: number[] = [];
  readonly #places = new Map<string, number>();

  constructor(page: Pick<PageContent, 'blocks' | 'images' | 'lang'>, setup: NarrationSetup, check: ReadingCheck, pictures?: PicturesAhead) {
    this.#page = page;
    this.pictures = pictures;
    this.check = check;
    this.lang = page.lang;
    this.#narration = new Narration(page, setup);
    let length = 0;
    for (const [index, block] of page.blocks.entries()) {
      this.#before.push(length);
      this.#places.set(block.id, index);
      length += blockText(block).length;
    }
    this.length = length;
  }

  get blocks(): PageContent['blocks'] {
    return this.#page.blocks;
  }

  walk(position?: SpeechPosition): Walk {
    const sentences = this.#narration.walk(position);
    return { next: () => sentences.next().value ?? undefined };
  }

  before(position: SpeechPosition): SpokenSentence | undefined {
    return this.#narration.before(position);
  }

  paragraph(position: SpeechPosition, direction: 'next' | 'previous'): SpokenSentence | undefined {
    return this.#narration.paragraph(position, direction);
  }

  lengthBefore({ blockId, offset }: SpeechPosition): number {
    const place = this.#places.get(blockId);
    return place === undefined ? 0 : (this.#before[place] ?? 0) + offset;
  }

  positionAt(share: number): SpeechPosition | undefined {
    const wanted = Math.max(0, Math.min(1, share)) * this.length;
    let [low, high] = [0, this.#before.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    const block = this.#page.blocks[low];
    return block && { blockId: block.id, offset: Math.floor(wanted - (this.#before[low] ?? 0)) };
  }

  /** What stands at a position, as far as it serves to find it again. */
  quote({ blockId, offset }: SpeechPosition): string {
    const block = this.#page.blocks[this.#places.get(blockId) ?? -1];
    return block ? blockText(block).slice(offset, offset + QUOTE) : '';
  }
}

/** Characters by which a place is known again. */
const QUOTE = 60;

/** Where a place is by now that had a position and began with a text; undefined when it is nowhere any more. */
export function findQuote({ blocks }: Pick<PageContent, 'blocks'>, { position, text }: { position: SpeechPosition; text: string }): SpeechPosition | undefined {
  const own = blocks.find(({ id }) => id === position.blockId);
  if (own && blockText(own).startsWith(text, position.offset)) return position;
  for (const block of text ? blocks : []) {
    const offset = blockText(block).indexOf(text);
    if (offset >= 0) return { blockId: block.id, offset };
  }
  return undefined;
}
