import type { VNode } from 'preact';
import { CodeBlock } from './code-block';
import type { Fence } from './lines';
import type { OpenBlock, Verdict } from './open-block';
import { firstWord } from './render-blocks';

/** UTF-16 units a text node holds before the next one begins. */
const CHUNK = 4_096;

/** A fenced code block: its text is never parsed, and only the last of its text nodes grows. */
export class FenceBlock implements OpenBlock {
  readonly #key: number;
  readonly #fence: Fence;
  readonly #closing: RegExp;
  readonly #chunks: string[] = [];
  #last = '';
  #lines = 0;
  #atLineStart = true;

  constructor(key: number, fence: Fence) {
    this.#key = key;
    this.#fence = fence;
    this.#closing = new RegExp(`^ {0,3}${fence.marker.charAt(0)}{${fence.marker.length},} *$`);
  }

  takeLine(line: string): Verdict {
    if (this.#closing.test(line)) return 'last';
    this.takePiece(line);
    this.endLine();
    return 'open';
  }

  commits(beginning: string): boolean {
    const sign = this.#fence.marker.charAt(0);
    return beginning.length > this.#fence.indent && new RegExp(`[^ ${sign}]`).test(beginning);
  }

  takePiece(piece: string): void {
    this.#beginLine();
    this.#last += this.#atLineStart ? this.#dedent(piece) : piece;
    this.#atLineStart = false;
    while (this.#last.length > CHUNK) {
      const at = isHighSurrogate(this.#last.charCodeAt(CHUNK - 1)) ? CHUNK - 1 : CHUNK;
      this.#chunks.push(this.#last.slice(0, at));
      this.#last = this.#last.slice(at);
    }
  }

  endLine(): void {
    this.#lines++;
    this.#atLineStart = true;
  }

  #beginLine(): void {
    if (this.#atLineStart && this.#lines > 0) this.#last += '\n';
  }

  #dedent(line: string): string {
    let spaces = 0;
    while (spaces < this.#fence.indent && line.charAt(spaces) === ' ') spaces++;
    return line.slice(spaces);
  }

  view(partial: string): VNode[] {
    const sign = this.#fence.marker.charAt(0);
    const shown = partial && new RegExp(`[^ ${sign}]`).test(partial) ? `${this.#lines > 0 ? '\n' : ''}${this.#dedent(partial)}` : '';
    return this.#draw(this.#last + shown);
  }

  close(): VNode[] {
    return this.#draw(this.#last);
  }

  #draw(last: string): VNode[] {
    return [<CodeBlock key={this.#key} language={firstWord(this.#fence.info)}>{[...this.#chunks, last]}</CodeBlock>];
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
