import { Lexer, type Links, type Token, Tokenizer, type Tokens } from 'marked';

const LINE_BREAK = /^<br\s*\/?>/i;

/**
 * marked's tokenizer without HTML: tags are text, so that nothing a model writes becomes an element. The one
 * exception is `<br>`, which models use inside table cells and which can do no harm.
 */
class PlainTokenizer extends Tokenizer {
  /** Labels that this pass defined first. */
  defined: string[] = [];

  override html(): undefined {
    return undefined;
  }

  override tag(src: string): Tokens.Tag | undefined {
    const match = LINE_BREAK.exec(src);
    if (!match) return undefined;
    return { type: 'html', raw: match[0], text: '', inLink: false, inRawBlock: false, block: false };
  }

  override def(src: string): Tokens.Def | undefined {
    const token = super.def(src);
    if (token && !(token.tag in this.lexer.tokens.links)) this.defined.push(token.tag);
    return token;
  }
}

function makeLexer(links: Links): { lexer: Lexer; tokenizer: PlainTokenizer } {
  const tokenizer = new PlainTokenizer();
  const lexer = new Lexer({ gfm: true, tokenizer });
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
