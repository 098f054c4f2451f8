import type { VNode } from 'preact';
import { previewBlocks } from './finished';
import { keep } from './keep';
import { isSurelyText } from './lines';
import { LinkDefinitions } from './link-definitions';
import type { Answer, OpenBlock } from './open-block';
import { Outline } from './outline';
import { ParagraphBlock } from './paragraph-block';
import { startBlock } from './start-block';
import { VisibleText } from '~/lib/shared/visible-text';

/** Finished nodes in one element; a full one is never looked at again. */
const GROUP = 32;
/** Keys set aside for each block. */
const KEYS = 1_000_000;
/** UTF-16 units of a line after which its block may take it before its end. */
const LONG = 256;

/**
 * A Markdown text that grows at its end, as nodes. Each piece costs what is new in it: finished blocks (and finished
 * items, rows and stretches of a long paragraph) are read and drawn once, then kept in groups that Preact skips.
 * The result depends on the text alone, not on how it was cut into pieces.
 */
export class MarkdownDocument {
  readonly #answer: Answer = { links: new LinkDefinitions(), outline: new Outline() };
  readonly #visible = new VisibleText();
  readonly #groups: VNode[] = [];
  #finished: VNode[] = [];
  #blocks = 0;
  #open: OpenBlock | undefined;
  /** Beginning of the last line, as long as no block has taken it. */
  #line = '';
  #committed = false;

  append(piece: string): void {
    this.#take(this.#visible.take(piece));
  }

  /** Ends the text: all of it is drawn for good. Nothing may be appended afterwards. */
  finish(): void {
    this.#take(this.#visible.end());
    if (this.#committed || this.#line) this.#endLine('');
    while (this.#open) this.#close();
  }

  #take(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#endLine(text.slice(from, end));
      from = end + 1;
    }
    if (from < text.length) this.#takeRest(text.slice(from));
  }

  /** A piece of a line that has not ended yet. */
  #takeRest(piece: string): void {
    if (this.#committed) {
      this.#open?.takePiece?.(piece);
      return;
    }
    const before = this.#line.length;
    this.#line += piece;
    if (before >= LONG || this.#line.length < LONG) return;
    if (this.#open ? !this.#open.commits?.(this.#line) : !isSurelyText(this.#line)) return;
    this.#open ??= new ParagraphBlock(this.#answer, this.#nextKey());
    this.#open.takePiece?.(this.#line);
    this.#line = '';
    this.#committed = true;
  }

  #endLine(piece: string): void {
    if (this.#committed) {
      if (piece) this.#open?.takePiece?.(piece);
      this.#open?.endLine?.();
      this.#committed = false;
      return;
    }
    const line = this.#line + piece;
    this.#line = '';
    const verdict = this.#open?.takeLine(line);
    if (verdict === 'open') return;
    this.#close();
    if (verdict !== 'last' && !this.#open) this.#open = startBlock(line, this.#answer, this.#nextKey());
  }

  #close(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = open.successor;
    for (const node of open.close()) {
      this.#finished.push(keep(node));
      if (this.#finished.length === GROUP) this.#endGroup();
    }
  }

  #nextKey(): number {
    return this.#blocks++ * KEYS;
  }

  #endGroup(): void {
    this.#groups.push(this.#wrap(this.#finished));
    this.#finished = [];
  }

  #wrap(nodes: VNode[]): VNode {
    return keep(<div key={this.#groups.length} class="md-group">{nodes}</div>);
  }

  /** The nodes of all there is so far. */
  view(): VNode[] {
    const growing = this.#open
      ? this.#open.view(this.#committed ? '' : this.#line)
      : this.#line ? previewBlocks(this.#line, this.#answer, this.#blocks * KEYS) : [];
    const nodes = [...this.#finished, ...growing.map(keep)];
    return nodes.length > 0 ? [...this.#groups, this.#wrap(nodes)] : this.#groups.slice();
  }
}
