/** What may stand between two cells, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Characters in which the delimiter is looked for. */
const HEAD = 10_000;

/**
 * The rows of a table in text (RFC 4180, with the delimiter that its first rows agree on): cells in quotation marks may hold
 * delimiters, line breaks and doubled quotation marks. A mark that is never closed ends with the file.
 */
export function readTable(text: string): string[][] {
  return parseRows(text, findDelimiter(text.slice(0, HEAD)));
}

function findDelimiter(head: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const widths = parseRows(head, delimiter).slice(0, 20).map((row) => row.length);
    // The last row may have been cut.
    const [first = 1, ...others] = widths.length > 2 ? widths.slice(0, -1) : widths;
    return { delimiter, score: first > 1 ? first + 100 * (others.filter((width) => width === first).length / Math.max(1, others.length)) : 0 };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function parseRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at, delimiter) : readBare(text, at, delimiter);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      // A delimiter at the very end has an empty cell behind it.
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (row.some(Boolean)) rows.push(row);
    row = [];
  }
  return rows;
}

function readBare(text: string, start: number, delimiter: string): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(start, end).trim(), end };
}

function readQuoted(text: string, start: number, delimiter: string): { text: string; end: number } {
  let written = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return { text: (written + text.slice(at)).trim(), end: text.length };
    written += text.slice(at, close);
    if (text[close + 1] !== '"') {
      // What stands behind the closing mark, against the rule, belongs to the cell.
      const rest = readBare(text, close + 1, delimiter);
      return { text: (written + rest.text).trim(), end: rest.end };
    }
    written += '"';
    at = close + 2;
  }
}
