import { ANY_TAG, isFrame, judgeLines, OPENING_TAG, openingTail } from './list-opening';
import { type Quotation, readQuotationLine, SURE_LINE, unquote } from './read-quotation';

/** What a piece of a model's answer has turned out to be. */
export interface SplitPiece {
  /** For the reader. */
  text: string;
  quotations: Quotation[];
}

/** UTF-16 units of one quotation that are looked at. */
const LONGEST_QUOTE = 2_000;
/** UTF-16 units of a line of code from which on it does not end the block, whatever it is made of. */
const LONGEST_FENCE = 200;
const FENCE_BEFORE_TEXT = new RegExp(`^(?:\\x60{3,${LONGEST_FENCE}}|~{3,${LONGEST_FENCE}})\\s+`);

/**
 * Takes a model's answer apart as it streams: text for the reader, and the list of quotations at its end. What may become the
 * list is held back until it is known; the result does not depend on how the answer was cut into pieces. The list may be
 * opened as the model was told, by a heading, or simply begin; an answer without one is text from beginning to end. Lines that
 * simply begin and that text follows are text as well: what they quote counts only where no list comes after them.
 */
export class AnswerSplitter {
  #mode: 'text' | 'code' | 'list' = 'text';
  /** Not decided yet. */
  #held = '';
  /** `#held` begins with a line, not within one. */
  #atLine: boolean;
  #fence = '';
  /** The line of code that has begun does not end the block. */
  #isPlainCode = false;
  /** The list stands in a code block, which has not ended. */
  #isFenced = false;
  /** The list has ended, and no text came behind it yet. */
  #afterList = false;
  #last = 0;
  /** A quotation that has begun in the line before, and has not ended there. */
  #open: Quotation | undefined;
  /** The list has simply begun: its lines so far, in case they are text. */
  #bare: string | undefined;
  /** What stands in such lines. */
  #candidates: Quotation[] = [];
  /** Last character of the text so far. */
  #lastChar = '';
  /** All that went into the list, and what was found in it, as long as there is nothing but the list. */
  #hidden: string | undefined;
  #early: Quotation[] = [];

  /** @param before of an answer that is continued: its text, and the last number of its list where that has begun */
  constructor(before: { text: string; lastMark?: number | undefined } = { text: '' }) {
    if (before.lastMark !== undefined) this.#mode = 'list';
    this.#last = before.lastMark ?? 0;
    this.#atLine = before.text === '' || before.text.endsWith('\n');
    if (!before.text.trim()) this.#hidden = '';
  }

  take(piece: string): SplitPiece {
    this.#held += piece;
    // A line of the list says nothing before it has ended: what is held of it is not searched again for every piece.
    if (this.#mode === 'list' && !piece.includes('\n')) return { text: '', quotations: [] };
    return this.#read(false);
  }

  /**
   * What is left at the end. An answer that is nothing but a list is text.
   * @param isCut it was broken off: a quotation without its end is left out
   */
  end(isCut = false): SplitPiece {
    const split = this.#read(true);
    if (isCut) this.#open = undefined;
    this.#closeQuotation(split);
    split.quotations.push(...this.#candidates);
    return this.#hidden?.trim() ? { text: this.#hidden.replace(ANY_TAG, '').trim(), quotations: [] } : this.#release(split);
  }

  #read(final: boolean): SplitPiece {
    const split: SplitPiece = { text: '', quotations: [] };
    while (this.#held && this.#step(split, final));
    return this.#release(split);
  }

  /** What the list names is told as soon as there is text that it can belong to. */
  #release(split: SplitPiece): SplitPiece {
    this.#early.push(...split.quotations);
    const quotations = this.#hidden === undefined ? this.#early : [];
    if (this.#hidden === undefined) this.#early = [];
    return { text: split.text, quotations };
  }

  /** @returns whether there is more to read */
  #step(split: SplitPiece, final: boolean): boolean {
    if (this.#mode === 'list') return this.#readListLine(split, final);
    if (this.#mode === 'code') return this.#readCodeLine(split, final);
    if (this.#afterList) return this.#goOnAfterList(split);
    if (!this.#atLine) return this.#readLine(split, final);
    const judged = judgeLines(this.#held, final);
    if (judged === 'wait') return false;
    if ('listAt' in judged) {
      this.#openList(judged.listAt);
      return true;
    }
    if (judged.textTo === 0) return this.#readLine(split, final);
    this.#say(split, judged.textTo);
    if (judged.fence) {
      this.#fence = judged.fence;
      this.#mode = 'code';
    }
    return true;
  }

  /** The rest of a line of text, up to where the list opens in it. */
  #readLine(split: SplitPiece, final: boolean): boolean {
    const end = this.#held.indexOf('\n');
    const line = end < 0 ? this.#held : this.#held.slice(0, end);
    // Within code it is spoken of, not written.
    const opening = [...line.matchAll(OPENING_TAG)].find(({ index }) => (line[index - 1] ?? this.#lastChar) !== '`');
    if (opening) {
      this.#say(split, opening.index);
      this.#openList(0);
      return true;
    }
    this.#say(split, end >= 0 ? end + 1 : final ? line.length : line.length - openingTail(line));
    return end >= 0;
  }

  /** What begins with the end of the line before, or goes on in a line: held back only as long as it may end the block. */
  #readCodeLine(split: SplitPiece, final: boolean): boolean {
    const end = this.#held.indexOf('\n', this.#isPlainCode ? 0 : 1);
    const line = end < 0 ? this.#held : this.#held.slice(0, end);
    if (!this.#isPlainCode && line.length <= LONGEST_FENCE) {
      if (end < 0 && !final && /^\s*[`~]*\s*$/.test(line)) return false;
      if (/^\s*[`~]+\s*$/.test(line) && line.trim().startsWith(this.#fence)) this.#mode = 'text';
    }
    this.#isPlainCode = end < 0 && this.#mode === 'code';
    this.#say(split, line.length);
    return end >= 0;
  }

  #say(split: SplitPiece, length: number): void {
    const text = this.#held.slice(0, length);
    split.text += text;
    if (text.trim()) this.#hidden = undefined;
    if (length > 0) {
      this.#lastChar = this.#held.charAt(length - 1);
      this.#atLine = this.#lastChar === '\n';
    }
    this.#held = this.#held.slice(length);
  }

  #openList(at: number): void {
    this.#mode = 'list';
    this.#bare = at === 0 && SURE_LINE.test(this.#held) ? '' : undefined;
    // They were text: this is the list.
    if (this.#candidates.length > 0) this.#last = 0;
    this.#candidates = [];
    this.#held = this.#held.slice(at);
  }

  /** Behind the list stands a closing word, or the answer goes on. */
  #goOnAfterList(split: SplitPiece): boolean {
    if (this.#bare !== undefined) return this.#goOnAfterBare(split, this.#bare);
    this.#held = this.#held.trimStart();
    if (this.#isFenced) {
      if (this.#held.length <= LONGEST_FENCE && /^[`~]+$/.test(this.#held)) return false;
      this.#held = this.#held.replace(FENCE_BEFORE_TEXT, '');
    }
    if (!this.#held) return false;
    if (this.#hidden === undefined) split.text += this.#lastChar === '\n' ? '\n' : '\n\n';
    this.#afterList = false;
    this.#atLine = true;
    return true;
  }

  /** What looked like the list was none, or not the last one. */
  #goOnAfterBare(split: SplitPiece, lines: string): boolean {
    if (!this.#held.trim()) return false;
    split.text += lines;
    this.#hidden = this.#bare = undefined;
    this.#isFenced = this.#afterList = false;
    this.#lastChar = '\n';
    this.#atLine = true;
    return true;
  }

  #readListLine(split: SplitPiece, final: boolean): boolean {
    const end = this.#held.indexOf('\n');
    if (end < 0 && !final) return false;
    const whole = end < 0 ? this.#held : this.#held.slice(0, end);
    const tag = ANY_TAG.exec(whole);
    const line = tag ? whole.slice(0, tag.index) : whole;
    if (!this.#takeListLine(line, split)) {
      this.#leaveList(split);
      return true;
    }
    const taken = tag ? tag.index + tag[0].length : whole.length + (end < 0 ? 0 : 1);
    if (this.#hidden !== undefined) this.#hidden += this.#held.slice(0, taken);
    if (this.#bare !== undefined) this.#bare += this.#held.slice(0, taken);
    if (tag) this.#commit(split);
    this.#held = this.#held.slice(taken);
    if (tag?.[0].startsWith('</')) this.#leaveList(split);
    return true;
  }

  /** It is the list, whatever comes. */
  #commit(split: SplitPiece): void {
    this.#closeQuotation(split);
    split.quotations.push(...this.#candidates);
    this.#candidates = [];
    this.#bare = undefined;
  }

  #leaveList(split: SplitPiece): void {
    this.#closeQuotation(split);
    this.#mode = 'text';
    this.#afterList = true;
  }

  /** @returns whether the line belongs to the list */
  #takeListLine(line: string, split: SplitPiece): boolean {
    const read = readQuotationLine(line, this.#last);
    if (read) {
      this.#closeQuotation(split);
      this.#last = read.mark;
      this.#open = { mark: read.mark, quote: read.quote };
      if (!read.open) this.#closeQuotation(split);
      return true;
    }
    // Signs of Markdown alone say nothing.
    if (/^[\s`*_#>-]*$/.test(line) || isFrame(line)) {
      this.#closeQuotation(split);
      if (/^\s*(?:```|~~~)/.test(line)) this.#isFenced = !this.#isFenced;
      return true;
    }
    if (!this.#open || this.#open.quote.length > LONGEST_QUOTE) return false;
    const { quote, open } = unquote(`"${this.#open.quote} ${line.trim()}`);
    this.#open.quote = quote;
    if (!open) this.#closeQuotation(split);
    return true;
  }

  #closeQuotation(split: SplitPiece): void {
    const into = this.#bare === undefined ? split.quotations : this.#candidates;
    if (this.#open) into.push({ ...this.#open, quote: this.#open.quote.slice(0, LONGEST_QUOTE) });
    this.#open = undefined;
  }
}
