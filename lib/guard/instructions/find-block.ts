import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { lastAtMost, squeeze } from '~/lib/shared/squeeze';

/** Characters, white space aside, by which a passage is known again, and how many pieces of one are looked for. */
const LONGEST = 2_000;
const START = 40;
const PIECE = 24;
const PIECES = 40;

/** Finds the blocks in which the texts of a page went. */
export class BlockFinder {
  readonly #blocks: readonly Block[];
  #starts: number[] | undefined;
  #text = '';

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /**
   * The id of the block that holds a text of the page; undefined when none does.
   * @param excerpt the part of it that matters, as far as it stands there in plain letters
   */
  find(passage: string, excerpt: string): string | undefined {
    const whole = press(passage);
    for (const wanted of [whole.slice(0, LONGEST), press(excerpt).slice(0, START), ...piecesOf(whole)]) {
      const id = wanted === '' ? undefined : this.#look(wanted);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  #look(wanted: string): string | undefined {
    const starts = (this.#starts ??= this.#press());
    const at = this.#text.indexOf(wanted);
    return at === -1 ? undefined : this.#blocks[lastAtMost(starts, at)]?.id;
  }

  #press(): number[] {
    const starts: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (const block of this.#blocks) {
      const text = press(blockText(block));
      starts.push(length);
      parts.push(text);
      length += text.length + 1;
    }
    this.#text = parts.join('\n');
    return starts;
  }
}

/** The same however a page breaks its lines, and wherever readers of it put marks of quotation. */
function press(text: string): string {
  return squeeze(text).replace(/[“”]/g, '').toLowerCase();
}

function piecesOf(text: string): string[] {
  const step = Math.max(PIECE, Math.floor(text.length / PIECES));
  const pieces: string[] = [];
  for (let at = 0; at + PIECE <= text.length; at += step) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}
