import type { Block } from '~/lib/shared/page-content';
import type { SpeechOptions } from '~/lib/shared/speech';
import { PAUSES, type Cell, type Passage } from './passages';

/**
 * A table row by row, each cell with the header of its column. A row that is not as long as the headers has cells that
 * span columns: it is read without.
 * @param text `blockText(table)`.
 */
export function* tablePassages(table: Extract<Block, { kind: 'table' }>, text: string, how: SpeechOptions['tables']): Generator<Passage> {
  const caption = table.caption ?? '';
  if (caption) yield { kind: 'caption', start: 0, end: caption.length, pause: PAUSES.caption };
  if (how === 'skip') return;
  const { headerRows, rows } = table;
  const spoken = how === 'headers' && rows.length > headerRows ? headerRows : 0;
  let at = caption ? caption.length + 1 : 0;
  for (const [index, row] of rows.entries()) {
    const line = row.join(' ');
    // `blockText` leaves out empty lines.
    if (line === '') continue;
    if (index >= spoken) {
      const cells = cellsOf(row, at, headersFor(rows.slice(0, spoken), row.length));
      if (cells.length > 0) yield { kind: 'table-row', start: at, end: Math.min(text.length, at + line.length), cells, pause: PAUSES['table-row'] };
    }
    at += line.length + 1;
  }
}

/** Of several header rows the lowest that fits: those above name groups of columns. */
function headersFor(headers: readonly string[][], length: number): readonly string[] {
  return headers.findLast((row) => row.length === length) ?? [];
}

function cellsOf(row: readonly string[], at: number, headers: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  let start = at;
  row.forEach((cell, column) => {
    if (cell !== '') cells.push({ header: headers[column] ?? '', start, end: start + cell.length });
    start += cell.length + 1;
  });
  return cells;
}
