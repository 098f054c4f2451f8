import { lastAtMost, squeeze } from '~/lib/shared/squeeze';

/** UTF-16 units between two remembered places: what a look-up walks over at most. */
const STEP = 512;

interface Marks {
  raw: number[];
  squeezed: number[];
}

/** A text and its squeezed form, with the way from offsets (UTF-16) in one to offsets in the other. */
export class SqueezedText {
  readonly raw: string;
  readonly squeezed: string;
  #marks: Marks | undefined;

  constructor(raw: string) {
    this.raw = raw;
    this.squeezed = squeeze(raw);
  }

  /** Where the `offset`th squeezed unit stands in `raw`; the length of `raw` for one beyond the last. */
  rawOffset(offset: number): number {
    if (this.squeezed.length === this.raw.length) return Math.min(offset, this.raw.length);
    const { raw, squeezed } = (this.#marks ??= mark(this.raw));
    const index = lastAtMost(squeezed, offset);
    let left = offset - (squeezed[index] ?? 0);
    for (let at = raw[index] ?? 0; at < this.raw.length; ) {
      const point = this.raw.codePointAt(at) ?? 0;
      const width = point > 0xffff ? 2 : 1;
      if (isKept(point)) {
        if (left < width) return at + left;
        left -= width;
      }
      at += width;
    }
    return this.raw.length;
  }

  /** How many squeezed units stand before `offset` in `raw`. */
  squeezedOffset(offset: number): number {
    if (this.squeezed.length === this.raw.length) return Math.min(offset, this.raw.length);
    const { raw, squeezed } = (this.#marks ??= mark(this.raw));
    const index = lastAtMost(raw, offset);
    let count = squeezed[index] ?? 0;
    const end = Math.min(offset, this.raw.length);
    for (let at = raw[index] ?? 0; at < end; ) {
      const point = this.raw.codePointAt(at) ?? 0;
      const width = point > 0xffff ? 2 : 1;
      if (isKept(point)) count += Math.min(width, end - at);
      at += width;
    }
    return count;
  }
}

function mark(text: string): Marks {
  const marks: Marks = { raw: [0], squeezed: [0] };
  let count = 0;
  let next = STEP;
  for (let at = 0; at < text.length; ) {
    if (at >= next) {
      marks.raw.push(at);
      marks.squeezed.push(count);
      next = at + STEP;
    }
    const point = text.codePointAt(at) ?? 0;
    const width = point > 0xffff ? 2 : 1;
    if (isKept(point)) count += width;
    at += width;
  }
  return marks;
}

/** Pairs of surrogates are judged together: a Unicode tag is invisible, each of its halves is not. */
function isKept(point: number): boolean {
  return (point > 0x20 && point < 0x7f) || squeeze(String.fromCodePoint(point)) !== '';
}
