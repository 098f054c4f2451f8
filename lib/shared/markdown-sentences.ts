import { lastBorder } from './cut-long';
import { plainMarkdown, startLine, type LineStart } from './markdown-lines';
import { MarkdownTable } from './markdown-table';
import { splitSentences } from './sentences';

/** A finished sentence of a Markdown text, its marks left out; a code block or a table row as a whole. */
export interface MarkdownSentence {
  kind: 'heading' | 'paragraph' | 'list-item' | 'quote' | 'code' | 'table-row';
  text: string;
  /** The number of an ordered list's item, at its first sentence. */
  number?: number;
  /** The last of its paragraph, item, heading. */
  last: boolean;
  /** Where it begins in the Markdown text, UTF-16 units. */
  at: number;
}

/** Where a sentence may be over. */
const END = /[.!?…]["'”’»)\]*_]*(?=\s)|[。！？।؟۔]["'”’」』）*_]*|\n/g;
/** Characters before a possible end that are looked at to judge it, and behind it. */
const BACK = 300;
const AHEAD = 24;
/** Characters without an end after which a sentence is cut between two clauses or words. */
const LONGEST = 2_000;
const CUT = 1_500;

/**
 * Cuts a growing Markdown text into sentences as they end: the same ones however the text arrives. A sentence is
 * finished when its end has been seen with the word behind it ("Dr. Low" goes on). Looks at each character a bounded
 * number of times.
 */
export class MarkdownSentences {
  readonly #lang: string | undefined;
  /** What is not said yet, from the beginning of a sentence or a line. */
  #text = '';
  /** Where `#text` begins in the whole. */
  #offset = 0;
  /** How far of `#text` no end was found. */
  #seen = 0;
  #line: LineStart | undefined;
  #fence: { mark: string; lines: string[]; at: number } | undefined;
  readonly #table = new MarkdownTable();
  #found: MarkdownSentence[] = [];

  /** @param lang BCP 47 tag of the text, if known. */
  constructor(lang?: string) {
    this.#lang = lang;
  }

  /** Sentences that have ended with this piece. */
  take(piece: string): MarkdownSentence[] {
    this.#text += piece;
    return this.#read(false);
  }

  /** What is left at the end of the text. */
  end(): MarkdownSentence[] {
    this.#text += '\n';
    const found = this.#read(true);
    if (this.#fence) this.#closeFence();
    this.#found = found;
    this.#table.end(this.#found);
    this.#text = '';
    return this.#found;
  }

  #read(final: boolean): MarkdownSentence[] {
    this.#found = [];
    while (this.#text !== '' && (this.#fence ? this.#readCode() : this.#readLine(final)));
    return this.#found;
  }

  /** Returns whether there may be more to read. */
  #readLine(final: boolean): boolean {
    if (!this.#line) {
      const end = this.#text.indexOf('\n');
      this.#line = startLine(end === -1 ? this.#text : this.#text.slice(0, end + 1));
      if (!this.#line) return false;
      if (this.#line.kind !== 'table-row') this.#table.end(this.#found);
      if (this.#line.kind === 'code') return this.#openFence(end);
      if (this.#line.kind !== 'table-row') this.#drop(this.#line.length);
    }
    if (this.#line.kind === 'table-row') return this.#readRow();
    return this.#readSentence(this.#line, final);
  }

  #readSentence(line: LineStart, final: boolean): boolean {
    END.lastIndex = this.#seen;
    const match = END.exec(this.#text);
    if (!match || match.index > LONGEST) return this.#cutLong();
    const end = match.index + match[0].length;
    if (match[0] === '\n') return this.#endLine(line, match.index, final);
    const next = wordBehind(this.#text, end);
    if (next === undefined) return this.#cutLong();
    this.#seen = end;
    if (this.#isEnd(end, next)) this.#say(end, this.#text.slice(end, next).trim() === '');
    return true;
  }

  /** A line that stops in the middle of a sentence goes on with the next one, if that begins with a small letter. */
  #endLine(line: LineStart, at: number, final: boolean): boolean {
    const open = line.kind !== 'heading' && /[\p{L}\p{N},;]\s*$/u.test(this.#text.slice(Math.max(0, at - 20), at));
    const next = /\S|\n/.exec(this.#text.slice(at + 1))?.[0];
    if (open && next === undefined && !final) return false;
    if (open && next !== undefined && /\p{Ll}/u.test(next)) {
      this.#text = `${this.#text.slice(0, at)} ${this.#text.slice(at + 1)}`;
      this.#seen = at;
      return true;
    }
    this.#say(at + 1, true);
    this.#line = undefined;
    return true;
  }

  #isEnd(end: number, next: number): boolean {
    const raw = this.#text.slice(Math.max(0, end - BACK), end);
    // Within the text of a link, or within code.
    if (raw.lastIndexOf('[') > raw.lastIndexOf(']') || (raw.match(/`/g)?.length ?? 0) % 2 === 1) return false;
    const before = plainMarkdown(raw);
    const behind = plainMarkdown(this.#text.slice(end, next));
    if (behind === '') return true;
    const gap = /^\s/.test(this.#text.slice(end)) ? ' ' : '';
    return splitSentences(`${before}${gap}${behind}`, this.#lang).some((sentence) => sentence.end === before.length);
  }

  #cutLong(): boolean {
    if (this.#text.length <= LONGEST) return false;
    this.#say(lastBorder(this.#text, 0, CUT), false);
    return true;
  }

  #say(end: number, last: boolean): void {
    const text = plainMarkdown(this.#text.slice(0, end));
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) {
      const { kind = 'paragraph', number } = this.#line ?? {};
      this.#found.push({ kind: kind as MarkdownSentence['kind'], text, ...(number === undefined ? {} : { number }), last, at: this.#offset });
      if (this.#line) this.#line = { kind: this.#line.kind, length: 0 };
    }
    this.#drop(end);
  }

  #readRow(): boolean {
    const end = this.#text.indexOf('\n');
    if (end === -1) return false;
    this.#table.take(this.#text.slice(0, end), this.#offset, this.#found);
    this.#drop(end + 1);
    this.#line = undefined;
    return true;
  }

  #openFence(end: number): boolean {
    this.#line = undefined;
    if (end === -1) return false;
    this.#fence = { mark: /[`~]{3,}/.exec(this.#text)?.[0] ?? '```', lines: [], at: this.#offset };
    this.#drop(end + 1);
    return true;
  }

  #readCode(): boolean {
    const end = this.#text.indexOf('\n');
    if (end === -1 || !this.#fence) return false;
    const line = this.#text.slice(0, end);
    const isEnd = line.trim().startsWith(this.#fence.mark) && /^\s*[`~]+\s*$/.test(line);
    if (!isEnd) this.#fence.lines.push(line);
    this.#drop(end + 1);
    if (isEnd) this.#closeFence();
    return true;
  }

  #closeFence(): void {
    const { lines = [], at = 0 } = this.#fence ?? {};
    this.#fence = undefined;
    const text = lines.join('\n').trim();
    if (/[\p{L}\p{N}]/u.test(text)) this.#found.push({ kind: 'code', text, last: true, at });
  }

  #drop(length: number): void {
    this.#text = this.#text.slice(length);
    this.#offset += length;
    this.#seen = 0;
  }
}

/** Where the word behind a possible end is over, as far as it tells something; undefined when that is not known yet. */
function wordBehind(text: string, end: number): number | undefined {
  const behind = text.slice(end, end + AHEAD);
  const line = behind.indexOf('\n');
  if (line !== -1 && behind.slice(0, line).trim() === '') return end + line;
  const word = /^\s*[^\s。！？，、]+(?=[\s。！？，、])/u.exec(behind);
  if (word) return end + word[0].length;
  if (line !== -1) return end + line;
  return behind.length === AHEAD ? end + AHEAD : undefined;
}
