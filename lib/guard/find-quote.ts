/** A text of the page in which a quotation may stand. */
export interface QuotedText {
  text: string;
  blockId?: string;
}

/** UTF-16 units of a passage that is shown. */
const MAX_PASSAGE = 300;
/** Letters and digits below which a quotation could stand anywhere. */
const SHORTEST = 5;

/**
 * What a model quotes, in the page's own words: found whatever white space, case, punctuation and ellipses the model has
 * changed. `undefined` when the texts do not hold it: the words of a model are never passed off as the page's.
 */
export function findQuote(texts: readonly QuotedText[], quote: string): { quote: string; blockId?: string } | undefined {
  const wanted = quote.split(/…|\.{3}/).map((part) => squeeze(part).text).sort((a, b) => b.length - a.length)[0] ?? '';
  if (wanted.length < SHORTEST) return undefined;
  for (const { text, blockId } of texts) {
    const { text: squeezed, starts, ends } = squeeze(text);
    const at = squeezed.indexOf(wanted);
    if (at === -1) continue;
    const start = starts[at];
    const end = ends[at + wanted.length - 1];
    return { quote: cutPassage(text.slice(start, end)), ...(blockId === undefined ? {} : { blockId }) };
  }
  return undefined;
}

/** The beginning of a passage, as much as is shown of one. */
export function cutPassage(text: string): string {
  const passage = text.trim();
  if (passage.length <= MAX_PASSAGE) return passage;
  const cut = passage.slice(0, MAX_PASSAGE);
  const border = cut.search(/\s\S*$/);
  // Never half of a surrogate pair: what is cut in the middle of a word may end in one.
  return (border > MAX_PASSAGE / 2 ? cut.slice(0, border) : cut.replace(/[\uD800-\uDBFF]$/, '')).trim();
}

/** Letters and digits alone, in lower case; for each unit where its letter begins and ends in the text. */
function squeeze(text: string): { text: string; starts: number[]; ends: number[] } {
  let squeezed = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]/gu)) {
    const lower = match[0].toLowerCase();
    squeezed += lower;
    for (let i = 0; i < lower.length; i++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text: squeezed, starts, ends };
}
