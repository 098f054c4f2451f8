import { plainMarkdown } from './markdown-lines';
import type { MarkdownSentence } from './markdown-sentences';

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Rows of a Markdown table as they come, each cell with its header. The first row waits for the rule below it. */
export class MarkdownTable {
  #first: { cells: string[]; at: number } | undefined;
  #headers: string[] | undefined;

  take(line: string, at: number, found: MarkdownSentence[]): void {
    if (RULE.test(line)) {
      this.#headers = this.#first?.cells ?? [];
      return;
    }
    const cells = cellsOf(line);
    if (this.#headers) {
      this.#first = undefined;
      say(cells, this.#headers, at, found);
    } else {
      if (this.#first) say(this.#first.cells, [], this.#first.at, found);
      this.#first = { cells, at };
    }
  }

  /** The line after the table has come, or the end of the text. */
  end(found: MarkdownSentence[]): void {
    // A table of headers alone, or none at all.
    if (this.#first) say(this.#first.cells, [], this.#first.at, found);
    this.#first = undefined;
    this.#headers = undefined;
  }
}

function cellsOf(line: string): string[] {
  return line.trim().replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).map(plainMarkdown);
}

function say(cells: readonly string[], headers: readonly string[], at: number, found: MarkdownSentence[]): void {
  const said = cells.flatMap((cell, column) => (cell === '' ? [] : [headers[column] ? `${headers[column]}: ${cell}` : cell]));
  const text = said.map((words) => (/[.!?…。！？]$/u.test(words) ? words : `${words}.`)).join(' ');
  if (/[\p{L}\p{N}]/u.test(text)) found.push({ kind: 'table-row', text, last: true, at });
}
