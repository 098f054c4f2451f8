import type { Block } from '~/lib/shared/page-content';
import type { Follow, PageClick, Passage, ReaderJobs } from '~/lib/shared/reader-jobs';
import type { z } from '~/lib/shared/zod';
import { SentenceFinder } from '../find-sentence';
import { isShown } from '../find-passage';
import { frameDocument } from '../frame-document';
import { original } from '../unclobbered';
import { everyElement } from '../pictures/frames';
import { TextClicks } from './clicks';
import { findPlace } from './find-place';
import { Follower } from './follower';
import { Highlights } from './highlights';

type Output<N extends keyof ReaderJobs> = z.output<ReaderJobs[N]['output']>;

/** The background, as far as the marks know it. */
export interface MarksBackground {
  tell(click: PageClick): void;
  /** Whether the extension that has put the script there is still the one that runs. */
  isThere(): boolean;
}

/** Milliseconds between two looks for the background, and without any call after which what is marked is not read any more. */
const LOOK = 5_000;
const FORGOTTEN = 10 * 60_000;

/** What is read of one page: from `open` to `close`, which leaves nothing behind. */
export class MarkedPage {
  readonly #document: Document;
  readonly #background: MarksBackground;
  #reading: Reading | undefined;
  #calledAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(document: Document, background: MarksBackground) {
    this.#document = document;
    this.#background = background;
  }

  open(id: string, blocks: Block[]): void {
    this.close();
    this.#reading = new Reading(id, this.#document, blocks, (blockId, offset) => this.#background.tell({ jumpTo: { reading: id, blockId, offset } }));
    this.#calledAt = performance.now();
    this.#timer = setInterval(() => {
      // Updated or removed, or reading has ended where nobody could tell.
      if (!this.#background.isThere() || performance.now() - this.#calledAt > FORGOTTEN) this.close();
    }, LOOK);
  }

  /** The reading of that name, if it is the one that was opened. */
  find(id: string): Reading | undefined {
    this.#calledAt = performance.now();
    return this.#reading?.id === id ? this.#reading : undefined;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#reading?.close();
    this.#reading = undefined;
  }
}

class Reading {
  readonly id: string;
  readonly #document: Document;
  readonly #finder: SentenceFinder;
  readonly #highlights = new Highlights();
  readonly #follower = new Follower();
  readonly #clicks: TextClicks;
  #sentence: Passage | undefined;

  constructor(id: string, document: Document, blocks: Block[], onJump: (blockId: string, offset: number) => void) {
    this.id = id;
    this.#document = document;
    this.#finder = new SentenceFinder(document, blocks);
    this.#clicks = new TextClicks(({ node, offset }) => {
      const position = this.#finder.positionAt(node, offset);
      if (position) onJump(position.blockId, position.offset);
    });
  }

  mark(sentence: Passage, word: Passage | undefined, follow: Follow): Output<'mark'> {
    this.#sentence = sentence;
    const ranges = this.#find(sentence);
    this.#clicks.watch([this.#document, ...ranges.flatMap(({ startContainer }) => startContainer.ownerDocument ?? [])]);
    const isMarked = this.#highlights.show('sentence', ranges);
    this.#highlights.clear('word');
    this.#follower.follow(ranges, follow);
    if (isMarked && word) this.markWord(word, follow);
    return isMarked ? 'marked' : 'missing';
  }

  markWord(word: Passage, follow: Follow): Output<'markWord'> {
    const { blockId, start, end } = this.#sentence ?? {};
    // The word of a sentence that is over may come late.
    if (word.blockId !== blockId || word.start < (start ?? 0) || word.end > (end ?? 0)) return 'missing';
    const ranges = this.#find(word);
    if (ranges.length > 0) this.#follower.followWord(ranges, follow);
    return this.#highlights.show('word', ranges) ? 'marked' : 'missing';
  }

  findPlace(): Output<'findPlace'> {
    return findPlace([this.#document, ...framesOf(this.#document)], this.#finder);
  }

  close(): void {
    this.#clicks.close();
    this.#follower.close();
    this.#highlights.close();
    this.#finder.close();
  }

  #find({ blockId, start, end }: Passage): Range[] {
    return this.#finder.find(blockId, start, end).filter(isShown);
  }
}

function framesOf(document: Document): Document[] {
  return [...everyElement(document)].flatMap((element) => {
    const inner = element.localName === 'iframe' ? frameDocument(element) : null;
    return inner ? original(inner) : [];
  });
}
