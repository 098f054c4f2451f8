import { lastBorder } from './cut-long';
import { estimateTokens } from './tokens';

/**
 * Cuts a text into pieces of at most `tokens` each (by `estimateTokens`) that joined are the text again: after a line or a
 * sentence, else between words, else between characters. Takes time in proportion to the text.
 */
export function* cutTokens(text: string, tokens: number): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = fits(text, at, tokens) ? text.length : border(text, at, fittingLength(text, at, tokens));
    yield text.slice(at, end);
    at = end;
  }
}

/** Whether all that is left is cheap enough; no unit costs less than a quarter of a token, so much is not even counted. */
function fits(text: string, at: number, tokens: number): boolean {
  return text.length - at <= tokens * 4 && estimateTokens(text.slice(at)) <= tokens;
}

/** UTF-16 units from `at` on that cost no more than `tokens`; at least one character. */
function fittingLength(text: string, at: number, tokens: number): number {
  // No unit costs more than a token, so that much always fits; then as much again as is left, until nothing is.
  let end = Math.min(text.length, at + Math.max(2, Math.floor(tokens)));
  for (let left = tokens - estimateTokens(text.slice(at, end)); left >= 1 && end < text.length; ) {
    const next = Math.min(text.length, end + Math.floor(left));
    left -= estimateTokens(text.slice(end, next));
    end = next;
  }
  return end - at;
}

/** Ends of lines, and of sentences in most scripts. */
const GOOD_BORDER = /\n+|[.!?…]["'”’»)\]]*\s+|[。！？]["'」』）]*/g;

function border(text: string, at: number, most: number): number {
  const window = text.slice(at, at + most);
  let last = 0;
  for (const match of window.matchAll(GOOD_BORDER)) last = match.index + match[0].length;
  return last > most / 2 ? at + last : lastBorder(text, at, most);
}
