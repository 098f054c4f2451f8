import { Lexer, type Links, type Token, Tokenizer, type Tokens } from 'marked';

const LINE_BREAK = /^<br\s*\/?>/i;

/** Quotations, lists and emphasis within each other beyond this are text: marked and Preact recurse once a level. */
const MAX_DEPTH = 24;

/** UTF-16 units of inline text that are read at one go: marked's time grows with the square of them. */
const LONGEST_INLINE = 4_096;

/**
 * marked's tokenizer without HTML: tags are text, so that nothing a model writes becomes an element. The one
 * exception is `<br>`, which models use inside table cells and which can do no harm.
 */
class PlainTokenizer extends Tokenizer {
  /** Labels that were not defined before this pass, and that lines like a definition name. */
  readonly #candidates: string[] = [];
  #depth = 0;

  #nested<T>(read: () => T): T | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  override blockquote(...args: Parameters<Tokenizer['blockquote']>) {
    return this.#nested(() => super.blockquote(...args));
  }

  override list(...args: Parameters<Tokenizer['list']>) {
    return this.#nested(() => super.list(...args));
  }

  override emStrong(...args: Parameters<Tokenizer['emStrong']>) {
    return this.#nested(() => super.emStrong(...args));
  }

  override del(...args: Parameters<Tokenizer['del']>) {
    return this.#nested(() => super.del(...args));
  }

  override link(...args: Parameters<Tokenizer['link']>) {
    return this.#nested(() => super.link(...args));
  }

  override reflink(...args: Parameters<Tokenizer['reflink']>) {
    return this.#nested(() => super.reflink(...args));
  }

  override html(): undefined {
    return undefined;
  }

  override tag(src: string): Tokens.Tag | undefined {
    const match = LINE_BREAK.exec(src);
    if (!match) return undefined;
    return { type: 'html', raw: match[0], text: '', inLink: false, inRawBlock: false, block: false };
  }

  /** Labels that this pass defined first. A line that merely looks like a definition goes on with the paragraph above it. */
  get defined(): string[] {
    return this.#candidates.filter((label) => label in this.lexer.tokens.links);
  }

  override def(src: string): Tokens.Def | undefined {
    const token = super.def(src);
    if (token && !(token.tag in this.lexer.tokens.links)) this.#candidates.push(token.tag);
    return token;
  }
}

/** Reads long inline text in pieces that end between two words. */
class PiecewiseLexer extends Lexer {
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    let rest = src;
    while (rest.length > LONGEST_INLINE) {
      const piece = rest.slice(0, findCut(rest));
      super.inlineTokens(piece, tokens);
      rest = rest.slice(piece.length);
    }
    return super.inlineTokens(rest, tokens);
  }
}

function findCut(text: string): number {
  const start = text.slice(0, LONGEST_INLINE);
  const space = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'));
  if (space > LONGEST_INLINE / 2) return space + 1;
  return /[\uD800-\uDBFF\\]$/.test(start) ? LONGEST_INLINE - 1 : LONGEST_INLINE;
}

function makeLexer(links: Links): { lexer: Lexer; tokenizer: PlainTokenizer } {
  const tokenizer = new PlainTokenizer();
  const lexer = new PiecewiseLexer({ gfm: true, tokenizer });
  lexer.tokens.links = links;
  return { lexer, tokenizer };
}

/** No link definitions, in the form that marked expects. */
export function noLinks(): Links {
  return Object.create(null) as Links;
}

/** Block tokens of a source that begins and ends between two blocks. Adds the link definitions found to `links`. */
export function lexBlocks(src: string, links: Links): { tokens: Token[]; defined: string[] } {
  const { lexer, tokenizer } = makeLexer(links);
  return { tokens: lexer.lex(src), defined: tokenizer.defined };
}

/** As `lexBlocks`, for text that is still growing: what it defines is forgotten again. */
export function lexProvisionally(src: string, links: Links): Token[] {
  const { tokens, defined } = lexBlocks(src, links);
  for (const label of defined) Reflect.deleteProperty(links, label);
  return tokens;
}

export function lexInline(src: string, links: Links): Token[] {
  return makeLexer(links).lexer.inlineTokens(src);
}

/** marked's own tests for the lines that end a list item, so that both always agree. */
export const LINE_TESTS = (() => {
  const { tokenizer } = makeLexer(noLinks());
  return tokenizer.rules.other;
})();
