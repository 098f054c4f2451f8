import type { TextRange } from './conversation';
import { foldText } from './search-terms';

const WORD_PART = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Characters of an excerpt, and of what stands in it before the first match. */
const EXCERPT = 160;
const BEFORE = 40;

/** Where the beginnings of words in a text are what was searched for (`queryWords`), in order, without overlap. */
export function markMatches(text: string, words: readonly string[]): TextRange[] {
  const folded = foldText(text);
  // Almost always folding changes no length, and a place in one is that in the other.
  const marks = folded.length === text.length ? findIn(folded, words) : findInWords(text, words);
  return dropOverlaps(marks.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

/** The passage of a text that holds what was searched for; undefined when none does. */
export function cutExcerpt(text: string, words: readonly string[]): { text: string; marks: TextRange[] } | undefined {
  const [first] = markMatches(text, words);
  if (!first) return undefined;
  const from = first.start <= BEFORE ? 0 : wordStart(text, first.start - BEFORE);
  const rest = text.slice(from, from + EXCERPT).replace(/\s/g, ' ');
  const start = from > 0 ? '…' : '';
  const marks = markMatches(rest, words).map((mark) => ({ start: mark.start + start.length, end: mark.end + start.length }));
  return { text: `${start}${rest}${from + EXCERPT < text.length ? '…' : ''}`, marks };
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + BEFORE / 2 ? space + 1 : at + (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? 1 : 0);
}

function findIn(folded: string, words: readonly string[]): TextRange[] {
  const marks: TextRange[] = [];
  for (const word of words) {
    const isUnspaced = UNSPACED.test(word);
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      if (isUnspaced || at === 0 || !isWordPart(folded, at - 1)) marks.push({ start: at, end: at + word.length });
    }
  }
  return marks;
}

/** The character that ends at the unit. */
function isWordPart(text: string, unit: number): boolean {
  const character = /[\uDC00-\uDFFF]/.test(text[unit] ?? '') ? text.slice(unit - 1, unit + 1) : (text[unit] ?? '');
  return WORD_PART.test(character) && !UNSPACED.test(character);
}

/** Word by word, whole words: what a part of one was before it was folded is not known. */
function findInWords(text: string, words: readonly string[]): TextRange[] {
  const marks: TextRange[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const folded = foldText(match[0]);
    const isHit = words.some((word) => (UNSPACED.test(word) ? folded.includes(word) : folded.startsWith(word)));
    if (isHit) marks.push({ start: match.index, end: match.index + match[0].length });
  }
  return marks;
}

function dropOverlaps(marks: readonly TextRange[]): TextRange[] {
  let end = 0;
  return marks.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
