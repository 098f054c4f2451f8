import { foldLetters } from './fold';

/** One of several, each a part of a regular expression. */
export function any(...parts: readonly string[]): string {
  return `(?:${parts.join('|')})`;
}

/** Up to `most` further words of the same sentence, set apart by white space. */
export function words(most: number): string {
  return String.raw`(?:\s+[^\s.!?;:]+){0,${most}}?\s+`;
}

/** For scripts without spaces: up to `most` further characters of the same sentence. */
export function letters(most: number): string {
  return `[^。！？!?；;\\n]{0,${most}}?`;
}

/** Letters of folded text that words are made of, as far as scripts with words go; `\p{L}` costs more to compile than a page to read. */
const IN_WORDS = String.raw`[a-z\d\u0400-\u04FF\u0600-\u065F\u066E-\u06FF\u0900-\u097F\u0370-\u03FF\u05D0-\u05EA]`;
/** Neither letter nor digit stands there. */
export const EDGE = `(?<!${IN_WORDS})`;
export const END = `(?!${IN_WORDS})`;

/** What every artificial reader in a text is replaced by, letter by letter. */
export const MARK = '¤';

/** A regular expression that is built when it is first asked for: most pages need few of the many. */
export class Pattern {
  readonly source: string;
  /** It speaks of artificial readers, and so is matched where these are marked. */
  readonly readsMarked: boolean;
  #expression: RegExp | undefined;

  constructor(source: string) {
    this.source = source;
    this.readsMarked = source.includes(MARK);
  }

  get expression(): RegExp {
    return (this.#expression ??= new RegExp(foldLetters(this.source), 'g'));
  }
}

/** Parts of an expression, one after the other, in the letters of folded text. */
export function pattern(...parts: readonly string[]): Pattern {
  return new Pattern(parts.join(''));
}

/** The same as a phrase of its own, not part of a longer word. */
export function phrase(...parts: readonly string[]): Pattern {
  return pattern(EDGE, '(?:', ...parts, ')', END);
}
