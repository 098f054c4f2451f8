import type { SentenceStarts } from './speak-passage';

/** Blocks longer than this are not read again from their beginning to go back a sentence. */
const LONG_BLOCK = 20_000;
/** Sentences from one remembered start to the next. */
const EVERY = 40;

/** Some of the places where sentences of long blocks begin, noted as they are read. */
export class SentenceMarks {
  readonly #marks = new Map<string, number[]>();

  /** Notes the starts of one block while it is read; undefined for a block that is soon read again. */
  of(blockId: string, length: number): SentenceStarts | undefined {
    if (length <= LONG_BLOCK) return undefined;
    let count = 0;
    return {
      note: (start) => {
        if (++count % EVERY !== 0) return;
        const marks = this.#marks.get(blockId) ?? [];
        if (start <= (marks.at(-1) ?? 0)) return;
        marks.push(start);
        this.#marks.set(blockId, marks);
      },
    };
  }

  /** The nearest known start of a sentence at or before `offset`. */
  before(blockId: string, offset: number): number {
    return this.#marks.get(blockId)?.findLast((mark) => mark <= offset) ?? 0;
  }
}
