/** Characters from which on the end of a line ends a paragraph too: a list is one "paragraph" to its very end. */
const LONG = 400;
/** Characters from which on any sentence does, and from which on any space: text without an end must not be held for ever. */
const VERY_LONG = 2_000;
const ENDLESS = 4_000;

/**
 * How much of the beginning of a text that still grows is complete: the length up to behind its last paragraph, or, where
 * there is none yet and it is long already, up to its last line, sentence or word. 0 while nothing is.
 */
export function completeLength(text: string): number {
  const paragraph = endOfLast(text, /\n[^\S\n]*\n+/g);
  if (paragraph > 0) return paragraph;
  if (text.length < LONG) return 0;
  const line = endOfLast(text, /\n/g);
  if (line > 0 || text.length < VERY_LONG) return line;
  const sentence = endOfLast(text, /[.!?…][)"'”’»]*\s|[。！？।؟]/g);
  if (sentence > 0 || text.length < ENDLESS) return sentence;
  return endOfLast(text, /\s/g) || text.length;
}

function endOfLast(text: string, end: RegExp): number {
  let length = 0;
  for (const match of text.matchAll(end)) length = match.index + match[0].length;
  // The blank line may still grow; what follows belongs to the next paragraph either way.
  return length;
}
