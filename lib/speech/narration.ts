import { blockText } from '~/lib/shared/block-text';
import { detectOtherLanguage } from '~/lib/shared/detect-language';
import type { Block, PageContent, PageImage } from '~/lib/shared/page-content';
import type { PictureWords, SpeechOptions, SpeechPhrases, SpeechPosition, SpokenSentence } from '~/lib/shared/speech';
import { passagesOf } from './passages';
import { SentenceMarks } from './sentence-marks';
import { speakPassage } from './speak-passage';
import { sayPending, speakPicture } from './speak-picture';

export interface NarrationSetup {
  options: SpeechOptions;
  phrases: SpeechPhrases;
  /** UTF-16 units that the voice takes at one go; at least 20. */
  maxLength: number;
  /** What is said of a picture; by default its alternative text. `walks`: the listener is on the way to it. */
  describe?: (image: PageImage, walks: boolean) => PictureWords;
}

/** A picture before the first block stands in this one, which has no text. */
const TOP = '';

/**
 * A page as spoken sentences. Nothing is made ready ahead: a sentence costs what it is itself, and a page of any length
 * begins at once, wherever reading starts.
 */
export class Narration {
  readonly #page: Pick<PageContent, 'blocks' | 'images' | 'lang'>;
  readonly #setup: NarrationSetup;
  readonly #places = new Map<string, number>();
  readonly #pictures = new Map<string, PageImage[]>();
  readonly #marks = new SentenceMarks();

  constructor(page: Pick<PageContent, 'blocks' | 'images' | 'lang'>, setup: NarrationSetup) {
    this.#page = page;
    this.#setup = { ...setup, maxLength: Math.max(20, setup.maxLength) };
    page.blocks.forEach((block, index) => this.#places.set(block.id, index));
    for (const image of page.images) {
      const there = this.#pictures.get(image.blockId ?? TOP);
      if (there) there.push(image);
      else this.#pictures.set(image.blockId ?? TOP, [image]);
    }
  }

  /** The sentences from a position on; all without one; none from a block that is not there. Nothing is waited for. */
  *from(position?: SpeechPosition): Generator<SpokenSentence> {
    for (const sentence of this.#go(position, false)) if (sentence !== 'wait') yield sentence;
  }

  /** The same for a listener: `wait` for as long as the description of the next picture is being made. */
  walk(position?: SpeechPosition): Generator<SpokenSentence | 'wait'> {
    return this.#go(position, true);
  }

  *#go(position: SpeechPosition | undefined, walks: boolean): Generator<SpokenSentence | 'wait'> {
    const { blocks } = this.#page;
    let first = position ? this.#places.get(position.blockId) : 0;
    if (!position || position.blockId === TOP) {
      yield* this.#speakPictures(TOP, 0, walks, position?.imageId);
      first = 0;
    }
    if (first === undefined) return;
    for (let index = first; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      const isThere = position !== undefined && block.id === position.blockId;
      if (!isThere || position.imageId === undefined) {
        let reached = !isThere;
        for (const sentence of this.#speakText(block, isThere ? position.offset : 0)) {
          reached ||= position === undefined || isReached(sentence, position);
          if (reached) yield sentence;
        }
      }
      yield* this.#speakPictures(block.id, blockText(block).length, walks, isThere ? position.imageId : undefined);
    }
  }

  /** The sentence before the one at a position; undefined at the beginning. */
  before(position: SpeechPosition): SpokenSentence | undefined {
    const index = this.#places.get(position.blockId) ?? 0;
    const block = this.#page.blocks[index];
    let last = block && (this.#lastBefore(block, position, position.offset - 1) ?? this.#lastBefore(block, position, 0));
    for (let at = index - 1; !last && at >= 0; at--) last = this.#lastBefore(this.#page.blocks[at] as Block);
    if (!last && position.blockId !== TOP) for (const sentence of this.#speakPictures(TOP, 0, false)) if (sentence !== 'wait') last = sentence;
    return last;
  }

  /**
   * `next`: the first sentence of the first later block that is spoken at all. `previous`: the first sentence of the block
   * at the position; if that is the one at the position, of the last earlier block that is spoken at all. Undefined where
   * there is no such block.
   */
  paragraph(position: SpeechPosition, direction: 'next' | 'previous'): SpokenSentence | undefined {
    const index = this.#places.get(position.blockId) ?? -1;
    const { blocks } = this.#page;
    if (direction === 'previous') {
      const own = this.#firstOf(blocks[index]);
      const here = this.from(position).next().value;
      if (own && own.id !== here?.id) return own;
    }
    const step = direction === 'next' ? 1 : -1;
    for (let at = index + step; at >= 0 && at < blocks.length; at += step) {
      const first = this.#firstOf(blocks[at]);
      if (first) return first;
    }
    return undefined;
  }

  #firstOf(block: Block | undefined): SpokenSentence | undefined {
    return block ? this.#speakBlock(block, 0).next().value : undefined;
  }

  /** The last sentence of a block that comes before `position`; of all of it without one. */
  #lastBefore(block: Block, position?: SpeechPosition, offset = Infinity): SpokenSentence | undefined {
    let last: SpokenSentence | undefined;
    for (const sentence of this.#speakBlock(block, offset)) {
      if (position && isReached(sentence, position)) break;
      last = sentence;
    }
    return last;
  }

  /** As `#speakText`; then the block's pictures, without those whose description is still being made. */
  *#speakBlock(block: Block, offset: number): Generator<SpokenSentence, undefined> {
    yield* this.#speakText(block, offset);
    for (const sentence of this.#speakPictures(block.id, blockText(block).length, false)) if (sentence !== 'wait') yield sentence;
    return undefined;
  }

  /** The sentences of a block's text, beginning at or before the one at `offset`. */
  *#speakText(block: Block, offset: number): Generator<SpokenSentence> {
    const { options, phrases, maxLength } = this.#setup;
    const text = blockText(block);
    const declared = block.lang ?? this.#page.lang;
    const detects = options.languages === 'detect' && block.kind !== 'code';
    const lang = detects ? (detectOtherLanguage(text, declared) ?? declared) : declared;
    const from = this.#marks.before(block.id, text, offset);
    const starts = this.#marks.of(block.id, text.length);
    for (const passage of passagesOf(block, options, phrases)) {
      if (passage.end < offset && offset < text.length) continue;
      if (passage.end <= from && from > 0) continue;
      yield* speakPassage(text, block.id, passage, lang, { options, phrases }, { maxLength }, from, starts);
    }
  }

  /** The pictures of a block; from one of them on, if that is named. */
  *#speakPictures(blockId: string, offset: number, walks: boolean, fromId?: string): Generator<SpokenSentence | 'wait'> {
    const { options, phrases, maxLength, describe = describeByPage } = this.#setup;
    if (!options.pictures) return;
    const pictures = this.#pictures.get(blockId) ?? [];
    const first = pictures.findIndex(({ id }) => id === fromId);
    for (const image of pictures.slice(Math.max(0, first))) {
      let words = describe(image, walks);
      for (let isSaid = false; walks && words.kind === 'pending'; words = describe(image, walks)) {
        if (words.late && !isSaid) yield sayPending(image, { blockId, offset }, phrases);
        else yield 'wait';
        isSaid ||= words.late;
      }
      yield* speakPicture(image, words, { blockId, offset }, { phrases, maxLength, pauses: options.pauses });
    }
  }
}

function describeByPage({ alt }: PageImage): PictureWords {
  return alt ? { kind: 'described', text: alt, byAi: false } : { kind: 'none', tell: false };
}

/** The position at which reading begins with this sentence again, also with other options or another voice. */
export function positionOf({ blockId, start, imageId }: SpokenSentence): SpeechPosition {
  return { blockId, offset: start, ...(imageId === undefined ? {} : { imageId }) };
}

/** Whether a sentence of the position's block is the one there, or after it. */
function isReached(sentence: SpokenSentence, position: SpeechPosition): boolean {
  if (position.imageId !== undefined) return sentence.imageId === position.imageId;
  return sentence.imageId !== undefined || sentence.end > position.offset || sentence.start >= position.offset;
}
