import type { Carrier } from '~/lib/shared/guard';
import { MARK } from './pattern';
import type { Bearing } from './rule';
import { BEARINGS } from './rules/bearings';
import { isNotice, isQuoted, isSelf, isShown, isTold } from './talk';

/** What places tell by themselves: honest pages have no reason to speak to anybody there. */
export const PLACES: Partial<Record<Carrier, number>> = { comment: 2, 'same-colour': 2, 'unicode-tags': 3, 'invisible-characters': 3, encoded: 2, homoglyphs: 2 };
/** An artificial reader is named. */
const NAMED = 2;
/** A text out of sight that weighs as much is taken for an order. */
const NEEDED = 5;
/** One bearing alone is chance, whatever the place. */
const FEWEST = 2;
/** Characters before and behind the name that are looked at. */
const REACH = 320;
/** Answers to a quiz, steps of a recipe. */
const NUMBERED = /(?:^|\s)1[.)] [^]*\s2[.)] [^]*\s3[.)] /;
/** Words of a label, of which no order is made. */
const FEWEST_WORDS = 6;
const CJK = /[\u3040-\u9FFF\uAC00-\uD7AF]/g;

/** A stretch of a text out of sight that is worded like a remark, and is there for an artificial reader. */
export interface Suspicion {
  start: number;
  end: number;
  bearings: Bearing['id'][];
}

/** @param marked the folded text with artificial readers marked (`markReaders`); nothing else is looked at where the place is honest */
export function findSuspicion(folded: string, marked: string, carrier: Carrier): Suspicion | undefined {
  const place = PLACES[carrier] ?? 0;
  let at = marked.indexOf(MARK);
  // Developers, too, tell each other what to do in comments.
  if (at === -1) return place > 0 && carrier !== 'comment' ? weighAround(folded, marked, 0, 0, place, false) : undefined;
  while (at >= 0) {
    let end = at;
    while (marked[end] === MARK) end++;
    const found = weighAround(folded, marked, at, end, place + NAMED, true);
    if (found) return found;
    at = marked.indexOf(MARK, end + REACH / 4);
  }
  return undefined;
}

function weighAround(folded: string, marked: string, at: number, end: number, known: number, named: boolean): Suspicion | undefined {
  const from = Math.max(0, marked.lastIndexOf('. ', at) + 1, at - REACH);
  const to = Math.min(folded.length, end + REACH);
  const near = marked.slice(from, to);
  if (countWords(near) < FEWEST_WORDS) return undefined;
  if (isNotice(folded, at, end) || isSelf(folded, at, to) || isTold(folded, at) || isQuoted(folded, at) || isShown(folded, at, end)) return undefined;
  if (!named && NUMBERED.test(near)) return undefined;
  // Addresses stand in honest comments and links as well.
  const bearings = BEARINGS.filter(({ id, pattern: { expression } }) => (named || id !== 'sends') && near.search(expression) >= 0);
  const weight = known + bearings.reduce((sum, bearing) => sum + bearing.weight, 0);
  return weight >= NEEDED && bearings.filter((bearing) => bearing.weight > 0).length >= FEWEST ? { start: from, end: to, bearings: bearings.map(({ id }) => id) } : undefined;
}

function countWords(text: string): number {
  return (text.match(/[^\s]+/g)?.length ?? 0) + (text.match(CJK)?.length ?? 0) / 3;
}
