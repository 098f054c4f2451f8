import { blockText } from '~/lib/shared/block-text';
import type { Block, PageContent } from '~/lib/shared/page-content';
import { lastAtMost } from '~/lib/shared/squeeze';
import { stripInvisible } from '~/lib/shared/visible-text';
import { TokenGatherer, tokenizeQuote } from './quote-tokens';

/** Where a quotation stands in a page. */
export interface FoundPassage {
  /** The page's own words. */
  text: string;
  /** The block they begin in; absent for what stands above the text. */
  block?: Block;
}

/** A mark of a footnote: models leave it out. */
const FOOTNOTE = /\[\d{1,3}\]/g;
/** What stands for left out words. */
const GAP = /\s*(?:\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,})\s*/g;
/** Tokens that may have been left out at such a place: so many are shown. */
const LONGEST_GAP = 60;
/** A quotation, or a part of one, that says so little could stand anywhere. */
const LEAST = { tokens: 3, letters: 12 };
/** UTF-16 units of a passage that are given; of a longer one, its beginning and its end. */
const LONGEST_PASSAGE = 600;

/** The text of a page, read once, in which quotations are looked up: each costs one search through the text. */
export class PassageIndex {
  readonly #gatherer = new TokenGatherer();
  readonly #text: string;
  readonly #pieces: { text: string; block?: Block }[] = [];
  /** By piece: its first token. */
  readonly #firsts: number[] = [];

  /** @param blocks what the answer is about: those of the page, or of the selection */
  constructor(page: Pick<PageContent, 'title' | 'standfirst' | 'byline'>, blocks: readonly Block[]) {
    for (const text of [page.title, page.standfirst, page.byline]) {
      if (!text) continue;
      this.#add({ text });
      this.#gatherer.addBorder();
    }
    let before: string | undefined;
    for (const block of blocks) {
      const document = documentOf(block);
      if (before !== undefined && document !== before) this.#gatherer.addBorder();
      this.#add({ text: blockText(block), block });
      before = document;
    }
    this.#text = this.#gatherer.text;
  }

  #add(piece: { text: string; block?: Block }): void {
    this.#pieces.push(piece);
    this.#firsts.push(this.#gatherer.count);
    this.#gatherer.add(piece.text, piece.block?.kind === 'code' ? undefined : FOOTNOTE);
  }

  /**
   * The passage that a quotation quotes, word for word; what is left out where it has an ellipsis is part of it. None for
   * what does not stand in the page, or says too little to be told from other places.
   */
  find(quote: string): FoundPassage | undefined {
    const visible = stripInvisible(quote);
    const plain = visible.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1');
    // In Markdown, items and rows begin with signs that the page does not have.
    const bare = plain.replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/gm, '');
    for (const text of new Set([visible, plain, bare])) {
      const found = this.#findParts(text) ?? this.#findWithoutFootnotes(text);
      if (found) return found;
    }
    return undefined;
  }

  /** In code `[1]` is no footnote. */
  #findWithoutFootnotes(quote: string): FoundPassage | undefined {
    const text = quote.replace(FOOTNOTE, ' ');
    const found = text === quote ? undefined : this.#findParts(text);
    return found?.block?.kind === 'code' ? undefined : found;
  }

  #findParts(quote: string): FoundPassage | undefined {
    const parts = quote.split(GAP).map(tokenizeQuote).filter(({ at }) => at.length > 0);
    const [first, ...others] = parts;
    if (!first || parts.some(({ text, at }) => at.length < LEAST.tokens && text.length < LEAST.letters)) return undefined;
    let at = this.#text.indexOf(first.text);
    while (at >= 0) {
      const from = this.#tokenAt(at);
      const to = this.#followOn(from + first.at.length, others);
      if (to !== undefined) return this.#passage(from, to);
      at = this.#text.indexOf(first.text, at + 1);
    }
    return undefined;
  }

  /** The token behind the last of the parts, each of which must follow soon. */
  #followOn(token: number, parts: readonly { text: string; at: readonly number[] }[]): number | undefined {
    let end = token;
    for (const { text, at } of parts) {
      const limit = this.#gatherer.at[end + LONGEST_GAP + 1] ?? this.#text.length;
      const gap = this.#text.slice((this.#gatherer.at[end] ?? this.#text.length) - 1, limit + text.length);
      const border = gap.indexOf('\u0000');
      const found = gap.indexOf(text);
      if (found < 0 || (border >= 0 && border < found)) return undefined;
      end = this.#tokenAt((this.#gatherer.at[end] ?? 0) - 1 + found) + at.length;
    }
    return end;
  }

  /** The token behind the space at a place of the text. */
  #tokenAt(space: number): number {
    return lastAtMost(this.#gatherer.at, space + 1);
  }

  #passage(from: number, to: number): FoundPassage {
    const first = lastAtMost(this.#firsts, from);
    const last = lastAtMost(this.#firsts, to - 1);
    const texts = this.#pieces.slice(first, last + 1).map(({ text }, index, all) => {
      const start = index === 0 ? this.#gatherer.start[from] : 0;
      const end = index === all.length - 1 ? this.#gatherer.end[to - 1] : text.length;
      return text.slice(start, end);
    });
    const block = this.#pieces[first]?.block;
    return { text: shorten(texts.join(' ').replace(/\s+/g, ' ')), ...(block ? { block } : {}) };
  }
}

/** Of several documents put together, the one that a block belongs to: `d2` of `d2.b5`; empty where there is one only. */
export function documentOf({ id }: Block): string {
  return /^(d\d+)\./.exec(id)?.[1] ?? '';
}

/** A long text by its beginning and its end, cut between words. */
export function shorten(text: string): string {
  if (text.length <= LONGEST_PASSAGE) return text;
  const half = LONGEST_PASSAGE / 2 - 2;
  const head = text.slice(0, half).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '');
  const tail = text.slice(-half).replace(/^\S*\s+|^[\uDC00-\uDFFF]/, '');
  return `${head} … ${tail}`;
}
