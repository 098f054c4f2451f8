import { digitOf } from '~/lib/shared/source-marks';

/**
 * A text as what counts when a quotation is compared with it: words, numbers with their signs and separators, and symbols. White
 * space, quotation marks, hyphens and dashes between words, commas and full stops, Markdown's signs, case, ligatures and
 * invisible characters do not count. Every digit, letter and word does: a text with another one says something else.
 */
export interface QuoteTokens {
  /** Each with a space before and behind it, so that no part of a word is found. */
  text: string;
  /** By token: where it begins in `text`, and where it stands in what was read, UTF-16 units. */
  at: number[];
  start: number[];
  end: number[];
}

const INVISIBLE = '\u00ad\u200b-\u200f\u2060\u061c\ufeff\u0640';
/** Scripts that put no space between words: each character counts as one. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const DASHES = '\\-\u2010-\u2015\u2212\ufe63\uff0d';

const NUMBER = String.raw`(?:(?<![\p{L}\p{N}\p{M}${DASHES}])[${DASHES}](?=\p{Nd}))?\p{Nd}(?:[.,:'’٫٬/${DASHES}]?\p{Nd})*`;
const UNSPACED_CHAR = String.raw`[${UNSPACED}](?:[\p{M}${INVISIBLE}])*`;
const WORD = String.raw`(?:(?![${UNSPACED}\p{Nd}])[\p{L}\p{N}])(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}${INVISIBLE}]|['’ʼ＇](?=\p{L})|\[(?=\p{L}{1,3}\])|(?<=\[\p{L}{1,3})\](?=\p{L}))*(?:#(?!\p{L})|\+{1,2}(?![\p{L}\p{N}]))?`;
/** Symbols that say something; what Markdown uses as signs, and pictures, do not. */
const SYMBOL = String.raw`[%‰§@&/]|[#~](?=\p{Nd})|(?![~|<>^\x60´¨*_\u{1F000}-\u{1FAFF}])\p{S}|[<>](?=\s?[\p{Nd}=])`;
const TOKEN = new RegExp(`${NUMBER}|${UNSPACED_CHAR}|${WORD}|${SYMBOL}`, 'gu');

const LIGATURES = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e]/g;
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'g');
const DASH = new RegExp(`[${DASHES}]`, 'g');

/** Text that is gathered from several, with the same tokens as each by itself. */
export class TokenGatherer implements QuoteTokens {
  readonly at: number[] = [];
  readonly start: number[] = [];
  readonly end: number[] = [];
  readonly #parts: string[] = [' '];
  #length = 1;

  get text(): string {
    return this.#parts.join('');
  }

  /** Number of tokens so far. */
  get count(): number {
    return this.at.length;
  }

  /** @param skips stretches that do not count, such as marks of footnotes */
  add(text: string, skips?: RegExp): void {
    const read = skips ? text.replace(skips, (found) => ' '.repeat(found.length)) : text;
    for (const match of read.matchAll(TOKEN)) this.#put(normalize(match[0]), match.index, match.index + match[0].length);
  }

  /** What no quotation reaches across. */
  addBorder(): void {
    this.#put('\u0000', 0, 0);
  }

  #put(token: string, start: number, end: number): void {
    this.at.push(this.#length);
    this.start.push(start);
    this.end.push(end);
    this.#parts.push(token, ' ');
    this.#length += token.length + 1;
  }
}

/** One token in the form in which it is compared. */
function normalize(token: string): string {
  if (/^[a-z]+$/.test(token)) return token;
  const visible = token.replace(LIGATURES, (found) => found.normalize('NFKC')).replace(HIDDEN, '').normalize('NFC');
  const signs = visible.replace(/[’ʼ＇]/g, "'").replace(/[[\]]/g, '').replace(DASH, '-');
  return signs.replace(/\p{Nd}/gu, digitOf).toLowerCase();
}

export function tokenizeQuote(text: string): QuoteTokens {
  const gatherer = new TokenGatherer();
  gatherer.add(text);
  return { text: gatherer.text, at: gatherer.at, start: gatherer.start, end: gatherer.end };
}
