import type { Token } from 'marked';

/**
 * Where a growing paragraph's inline text can be cut in two so that both halves, read apart, give what the whole
 * would. Delimiters pair up from left to right, so that is any space before the first one left without a partner.
 */

/** A single space or line end between two words, no escape or hard break. */
const BREAK = /(?<=[^\s\\])[ \n](?=\S)/g;

/** First place in literal text where something may still turn into markup, or -1. */
function findUnsettled(text: string): number {
  for (const match of text.matchAll(/[*_~`<[\\]+/g)) {
    const at = match.index;
    const before = text.charAt(at - 1);
    const after = text.slice(at + match[0].length);
    if (!isHarmless(match[0], before, after)) return at;
  }
  return -1;
}

function isHarmless(sign: string, before: string, after: string): boolean {
  const next = after.charAt(0);
  const alone = /^\s?$/.test(before) && /^\s$/.test(next);
  switch (sign) {
    case '<':
      return /^[\s\d=]/.test(next);
    case '[':
      return before !== '!' && /^[^[\]]*\][^([:]/.test(after);
    case '_':
      return alone || (/^[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]$/u.test(next));
    default:
      return /^(?:\*+|~+)$/.test(sign) && alone;
  }
}

/** Length of the beginning of `text` (of which `tokens` are the inline tokens) that later text cannot change; 0 for none. */
export function settledLength(tokens: readonly Token[]): number {
  let offset = 0;
  let settled = 0;
  for (const token of tokens) {
    if (token.type === 'text' && !token.tokens) {
      const unsettled = findUnsettled(token.raw);
      for (const match of token.raw.matchAll(BREAK)) {
        if (unsettled >= 0 && match.index >= unsettled) break;
        settled = offset + match.index + 1;
      }
      if (unsettled >= 0) break;
    }
    offset += token.raw.length;
  }
  return settled;
}
