/** Where a clause ends: a border between two parts of a sentence lies after it. */
const CLAUSE = /[,;:–—)\]](?=\s)|[\uFF0C\u3001\uFF1B\uFF1A]|[،؛](?=\s)|\s(?=[–—(])/gu;
const SPACE = /\s+/gu;

let words: Intl.Segmenter | undefined;
let graphemes: Intl.Segmenter | undefined;

/**
 * Cuts a text into parts of at most `maxLength` UTF-16 units: after a clause, else between two words, never inside a
 * grapheme; inside a word only where a single one is longer than that.
 * @returns offsets where the parts end, ascending; the last is `text.length`.
 */
export function cutLong(text: string, maxLength: number): number[] {
  const ends: number[] = [];
  let at = 0;
  while (text.length - at > maxLength) {
    at = lastBorder(text, at, maxLength);
    ends.push(at);
  }
  if (at < text.length) ends.push(text.length);
  return ends;
}

/** The best place to end what begins at `at`, at most `maxLength` further on: see `cutLong`. */
export function lastBorder(text: string, at: number, maxLength: number): number {
  const window = text.slice(at, at + maxLength + 1);
  const clause = lastMatch(window, CLAUSE, maxLength);
  if (clause > maxLength * 0.4) return at + clause;
  const space = lastMatch(window, SPACE, maxLength);
  if (space > maxLength * 0.4) return at + space;
  words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return at + (lastSegment(words, text, at, maxLength) || clause || space || lastGrapheme(text, at, maxLength));
}

/** End of the last match that ends within `limit`, 0 for none. */
function lastMatch(text: string, pattern: RegExp, limit: number): number {
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end > limit) break;
    last = end;
  }
  return last;
}

/** A word that the window cuts off is seen whole, up to some length: its segment must be judged with what follows. */
const AHEAD = 60;

/** End of the last segment that ends within `limit`, 0 for none. */
function lastSegment(segmenter: Intl.Segmenter, text: string, at: number, limit: number): number {
  let last = 0;
  for (const { index, segment } of segmenter.segment(text.slice(at, at + limit + AHEAD))) {
    if (index + segment.length > limit) break;
    last = index + segment.length;
  }
  return last;
}

/** A grapheme longer than the whole limit is cut all the same, between two code points. */
function lastGrapheme(text: string, at: number, limit: number): number {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const whole = lastSegment(graphemes, text, at, limit);
  if (whole > 0) return whole;
  const unit = text.charCodeAt(at + limit);
  return unit >= 0xdc00 && unit <= 0xdfff && limit > 1 ? limit - 1 : limit;
}
