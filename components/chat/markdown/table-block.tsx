import type { Links, Token, Tokens } from 'marked';
import type { VNode } from 'preact';
import { finishPart } from './finished';
import { keep } from './keep';
import { lexProvisionally, noLinks } from './lexer';
import { endsTable } from './lines';
import type { Answer, OpenBlock, Verdict } from './open-block';
import { Provisional } from './provisional';
import { renderBlocks } from './render-blocks';
import { renderHead, renderRow, TableFrame } from './table-frame';

/** Rows in one `tbody`; a full one is never looked at again. */
const GROUP = 50;

/** A table whose finished rows are drawn once. */
export class TableBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #key: number;
  readonly #head: VNode;
  /** A header and delimiter row that are cheap to read, to put before single rows. */
  readonly #shell: string;
  readonly #groups: VNode[] = [];
  readonly #provisional = new Provisional();
  #rows: VNode[] = [];

  constructor(answer: Answer, key: number, header: string, delimiter: string) {
    this.#answer = answer;
    this.#key = key;
    const top = `${header}\n${delimiter}`;
    const read = (links: Links) => asTable(lexProvisionally(top, links))?.header ?? [];
    this.#shell = `|${'-|'.repeat(read(noLinks()).length)}\n${delimiter}\n`;
    this.#head = finishPart(header, answer, 0, () => renderHead(read(answer.links.known)));
  }

  takeLine(line: string): Verdict {
    if (endsTable(line)) return line.trim() ? 'refused' : 'last';
    const key = this.#rows.length;
    this.#rows.push(finishPart(line, this.#answer, key, () => this.#draw(line, key)));
    if (this.#rows.length === GROUP) this.#endGroup();
    this.#provisional.reset();
    return 'open';
  }

  #endGroup(): void {
    if (this.#rows.length > 0) this.#groups.push(this.#wrapRows(this.#rows));
    this.#rows = [];
  }

  #wrapRows(rows: VNode[]): VNode {
    return keep(<tbody key={this.#groups.length}>{rows}</tbody>);
  }

  #draw(line: string, key: number): VNode {
    const table = asTable(lexProvisionally(this.#shell + line, this.#answer.links.known));
    return renderRow(table?.rows[0] ?? [], key);
  }

  view(partial: string): VNode[] {
    if (!partial) return [this.#wrap([])];
    if (endsTable(partial)) {
      return [this.#wrap([]), ...renderBlocks(lexProvisionally(partial, noLinks()), this.#answer.outline.copy(), this.#key + 1)];
    }
    const row = this.#rows.length;
    return [this.#wrap(this.#provisional.draw(partial, (text) => [this.#draw(text, row)]).slice(0, 1).map(keep))];
  }

  close(): VNode[] {
    this.#endGroup();
    return [this.#wrap([])];
  }

  #wrap(growing: VNode[]): VNode {
    const rows = [...this.#rows, ...growing];
    return (
      <TableFrame key={this.#key} head={this.#head}>
        {rows.length > 0 ? [...this.#groups, this.#wrapRows(rows)] : this.#groups.slice()}
      </TableFrame>
    );
  }
}

function asTable(tokens: readonly Token[]): Tokens.Table | undefined {
  return tokens.find((token): token is Tokens.Table => token.type === 'table');
}
