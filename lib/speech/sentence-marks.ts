import type { SentenceStarts } from './speak-passage';

/** Blocks longer than this are not read from their beginning to find a sentence in them. */
const LONG_BLOCK = 20_000;
/** Sentences from one remembered start to the next. */
const EVERY = 40;
/** Characters from a remembered start to a place that are read rather than jumped over. */
const NEAR = 10_000;
/** How far before a place reading begins after a jump: far enough that sentences are cut as they would have been. */
const LEAD = 2_000;
/** What plainly ends a sentence in most languages: two words of some length around a full stop, a full-width one, a line. */
const PLAIN_END = /\p{Ll}{4}[.!?]\s(?=\p{Lu}\p{Ll}{3})|[。！？।؟](?=[^」』”’）。！？])|\n/u;

/** Places where sentences of long blocks begin: some of them are noted as they are read, others are looked for. */
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

  /** The start of a sentence at or before `offset`, from which reading leads there soon. */
  before(blockId: string, text: string, offset: number): number {
    const place = Math.min(offset, text.length);
    const mark = this.#marks.get(blockId)?.findLast((start) => start <= place) ?? 0;
    if (text.length <= LONG_BLOCK || place - mark <= NEAR) return mark;
    const from = place - NEAR;
    const end = PLAIN_END.exec(text.slice(from, place - LEAD));
    return end ? from + end.index + end[0].length : mark;
  }
}
