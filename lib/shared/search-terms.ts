/**
 * Words as a search sees them: case, accents and vowel points do not count. Scripts that write without spaces become pairs of
 * neighbouring characters, as nobody can tell where their words end.
 */

/** Characters of a term that count. */
const TERM_LENGTH = 24;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Accents, Hebrew and Arabic points, and the stroke that only widens an Arabic word. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/** The text without case, accents and points. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(POINTS, '').normalize('NFC').toLowerCase().replace(/ß/g, 'ss');
}

/** The different terms of a text, in no order. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const piece of splitWords(foldText(text))) {
    if (!piece.unspaced) terms.add(piece.word.slice(0, TERM_LENGTH));
    else {
      const characters = [...piece.word];
      // The last one stands alone, so that it is found by itself.
      for (const [i, character] of characters.entries()) terms.add(character + (characters[i + 1] ?? ''));
    }
  }
  return terms;
}

/** What of a query has to stand in a text, each at the beginning of a term. */
export function queryTerms(query: string): string[] {
  const terms = splitWords(foldText(query)).flatMap(({ word, unspaced }) => {
    if (!unspaced) return [word.slice(0, TERM_LENGTH)];
    const characters = [...word];
    return characters.length < 2 ? characters : characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
  });
  return [...new Set(terms)];
}

/** The words of a query as they are looked for in a text to be marked. */
export function queryWords(query: string): string[] {
  return [...new Set(splitWords(foldText(query)).map(({ word }) => word))];
}

interface Piece {
  word: string;
  unspaced: boolean;
}

function splitWords(folded: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [word] of folded.matchAll(WORD)) {
    let end = 0;
    for (const match of word.matchAll(UNSPACED)) {
      if (match.index > end) pieces.push({ word: word.slice(end, match.index), unspaced: false });
      pieces.push({ word: match[0], unspaced: true });
      end = match.index + match[0].length;
    }
    if (end < word.length) pieces.push({ word: word.slice(end), unspaced: false });
  }
  return pieces;
}
