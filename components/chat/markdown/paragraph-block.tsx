import { h, type VNode } from 'preact';
import { finishBlocks, finishPart, previewBlocks } from './finished';
import { keep } from './keep';
import { lexBlocks, lexInline, noLinks } from './lexer';
import { interruptsParagraph, isBlank, isDelimiterRow, isSurelyText, isUnderline } from './lines';
import type { Answer, OpenBlock, Verdict } from './open-block';
import { Provisional } from './provisional';
import { renderInline } from './render-inline';
import { settledLength } from './settled-text';
import { TableBlock } from './table-block';

/** UTF-16 units after which a paragraph's settled beginning is drawn for good. */
const PART = 2_048;
const GROWTH = 1.5;
/** Keys that lie between this paragraph's own and those of a table that follows from it. */
const TABLE_KEY = 1_000;

/** A paragraph, until its last line shows whether it is one, a heading or the top of a table. */
export class ParagraphBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #key: number;
  readonly #provisional = new Provisional();
  readonly #parts: VNode[] = [];
  #rest = '';
  /** Where the last line begins in `#rest`; negative when some of it is in a finished part. */
  #lineStart = 0;
  #lines = 0;
  #inLine = false;
  #nextCut = PART;
  #heading = 0;
  successor?: OpenBlock;

  constructor(answer: Answer, key: number) {
    this.#key = key;
    this.#answer = answer;
  }

  takeLine(line: string): Verdict {
    if (this.#lines > 0) {
      if (isBlank(line)) return 'last';
      if (this.#startTable(line)) return 'last';
      if (isUnderline(line)) return this.#becomeHeading(line);
      if (interruptsParagraph(line)) return 'refused';
    }
    this.takePiece(line);
    this.endLine();
    return 'open';
  }

  commits(beginning: string): boolean {
    return isSurelyText(beginning);
  }

  takePiece(piece: string): void {
    if (!this.#inLine) {
      if (this.#lines > 0) this.#rest += '\n';
      this.#lineStart = this.#rest.length;
      this.#inLine = true;
    }
    this.#rest += piece;
    while (this.#rest.length > this.#nextCut) this.#cut();
  }

  endLine(): void {
    this.#inLine = false;
    this.#lines++;
  }

  #cut(): void {
    const length = this.#isDefinition() ? 0 : settledLength(lexInline(this.#rest.slice(0, this.#nextCut), noLinks()));
    if (length < PART / 4) {
      this.#nextCut = Math.ceil(this.#nextCut * GROWTH);
      return;
    }
    const source = this.#rest.slice(0, length);
    const key = this.#parts.length;
    const draw = () => <span key={key}>{this.#inline(source)}</span>;
    this.#parts.push(finishPart(source, this.#answer, key, draw));
    this.#rest = this.#rest.slice(length);
    this.#lineStart -= length;
    this.#nextCut = PART;
    this.#provisional.reset();
  }

  /** What may be a link definition over several lines is left to marked. */
  #isDefinition(): boolean {
    return this.#parts.length === 0 && /^ {0,3}\[/.test(this.#rest);
  }

  #inline(source: string) {
    return renderInline(lexInline(source, this.#answer.links.known));
  }

  #startTable(line: string): boolean {
    if (this.#lineStart < 0 || !isDelimiterRow(line)) return false;
    const header = this.#rest.slice(this.#lineStart);
    const [token] = lexBlocks(`${header}\n${line}`, noLinks()).tokens;
    if (token?.type !== 'table') return false;
    this.successor = new TableBlock(this.#answer, this.#key + TABLE_KEY, header, line);
    this.#rest = this.#rest.slice(0, Math.max(0, this.#lineStart - 1));
    return true;
  }

  #becomeHeading(line: string): Verdict {
    if (this.#parts.length > 0) this.#heading = line.includes('=') ? 1 : 2;
    else this.#rest += `\n${line}`;
    return 'last';
  }

  view(partial: string): VNode[] {
    if (this.#parts.length === 0) {
      const source = partial ? `${this.#rest}\n${partial}` : this.#rest;
      return this.#provisional.draw(source, (text) => previewBlocks(text, this.#answer, this.#key));
    }
    if (partial && interruptsParagraph(partial)) {
      return [this.#wrap(this.#rest), ...previewBlocks(partial, this.#answer, this.#key + 1)];
    }
    return [this.#wrap(partial ? `${this.#rest}\n${partial}` : this.#rest)];
  }

  close(): VNode[] {
    if (this.#parts.length === 0) return this.#rest ? finishBlocks(this.#rest, this.#answer, this.#key) : [];
    const source = this.#rest;
    const last = this.#parts.length;
    const draw = () => <span key={last}>{this.#inline(source)}</span>;
    this.#parts.push(finishPart(source, this.#answer, last, draw));
    const tag = this.#heading ? `h${this.#answer.outline.level(this.#heading)}` : 'p';
    return [h(tag, { key: this.#key, dir: 'auto' }, [...this.#parts])];
  }

  #wrap(source: string): VNode {
    const draw = (text: string) => [<span key={this.#parts.length}>{this.#inline(text)}</span>];
    return <p key={this.#key} dir="auto">{[...this.#parts, ...this.#provisional.draw(source, draw).map(keep)]}</p>;
  }
}
