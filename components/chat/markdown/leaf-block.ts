import type { VNode } from 'preact';
import { finishBlocks, previewBlocks } from './finished';
import { interruptsParagraph, isBlank, isIndented, isLazyAfter, isQuote } from './lines';
import type { Answer, OpenBlock, Verdict } from './open-block';
import { Provisional } from './provisional';

type Membership = (line: string, lastLine: string) => Verdict;

/** A block that marked reads as a whole when it ends: quotations, indented code, link definitions. */
export class LeafBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #key: number;
  readonly #judge: Membership;
  readonly #provisional = new Provisional();
  #source: string;
  #lastLine: string;

  constructor(answer: Answer, key: number, line: string, judge: Membership) {
    this.#answer = answer;
    this.#key = key;
    this.#judge = judge;
    this.#source = line;
    this.#lastLine = line;
  }

  takeLine(line: string): Verdict {
    const verdict = this.#judge(line, this.#lastLine);
    if (verdict !== 'refused') this.#source += `\n${line}`;
    this.#lastLine = line;
    return verdict;
  }

  view(partial: string): VNode[] {
    const source = partial ? `${this.#source}\n${partial}` : this.#source;
    return this.#provisional.draw(source, (text) => previewBlocks(text, this.#answer, this.#key));
  }

  close(): VNode[] {
    return finishBlocks(this.#source, this.#answer, this.#key);
  }
}

/** A quotation goes on in lines without a mark as long as these continue its text. */
export const judgeQuote: Membership = (line, lastLine) => {
  if (isQuote(line)) return 'open';
  if (isBlank(line)) return 'last';
  return isLazyAfter(lastLine) && !interruptsParagraph(line) ? 'open' : 'refused';
};

export const judgeIndented: Membership = (line) => (isBlank(line) || isIndented(line) ? 'open' : 'refused');

/** A definition's title may stand on the next line. */
export const judgeDefinition: Membership = (line) => (/^ *(?:"[^"]*"|'[^']*'|\([^()]*\)) *$/.test(line) ? 'last' : 'refused');
