import type { Block } from '~/lib/shared/page-content';
import type { SpeechPosition } from '~/lib/shared/speech';

/** How far reading is: counts UTF-16 units of the blocks' texts, so that nothing needs to be made ready. */
export class ReadingProgress {
  readonly #starts = new Map<string, number>();
  /** Units of the whole page. */
  readonly total: number;

  constructor(blocks: readonly Block[]) {
    let length = 0;
    for (const block of blocks) {
      this.#starts.set(block.id, length);
      length += lengthOf(block);
    }
    this.total = length;
  }

  /** Units before a position. */
  at({ blockId, offset }: SpeechPosition): number {
    return Math.min(this.total, (this.#starts.get(blockId) ?? 0) + offset);
  }
}

/** The length of `blockText(block)` without making it: lines and cells are parted by one unit each. */
function lengthOf(block: Block): number {
  switch (block.kind) {
    case 'list':
      return block.items.reduce((sum, { text }) => sum + text.length + 1, 0);
    case 'table':
      return block.rows.reduce((sum, row) => sum + row.reduce((cells, cell) => cells + cell.length + 1, 0), block.caption?.length ?? 0);
    case 'figure':
      return block.caption?.length ?? 0;
    default:
      return block.text.length;
  }
}
