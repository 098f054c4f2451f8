/** Words of a document, to tell a word that was broken at the end of a line from one that is written with a hyphen. */
export class Vocabulary {
  readonly #words = new Set<string>();

  /** Words within a line: at its end one may be broken. */
  add(line: string): void {
    const words = line.toLowerCase().split(/[\s.,;:!?()[\]"“”„«»]+/);
    for (const word of words.slice(0, -1)) if (word.length > 3) this.#words.add(word);
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }
}

const HYPHEN = /[-\u2010\u00AD]$/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301F\uFF00-\uFFEF]/u;

/** Two lines of one paragraph as one text: broken words mended, no space where the script has none. */
export function joinLines(before: string, after: string, words: Vocabulary): string {
  if (before === '') return after;
  if (HYPHEN.test(before)) return joinBroken(before, after, words);
  const last = before.at(-1) ?? '';
  const first = after[0] ?? '';
  if (UNSPACED.test(last) && UNSPACED.test(first)) return before + after;
  // A dash or slash between two words, without spaces around.
  if (/[^\s][—/]$/.test(before)) return before + after;
  return `${before} ${after}`;
}

function joinBroken(before: string, after: string, words: Vocabulary): string {
  const head = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{M}]+/u.exec(after)?.[0];
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  // A hyphen after a space is a dash, one before a number or a capital belongs to the word: Covid-19, Anglo-Saxon.
  if (!head) return /\s[-\u2010]$/.test(before) ? `${before} ${after}` : before + after;
  if (!tail || !/^\p{Ll}/u.test(tail)) return before + after;
  if (words.has(head + tail)) return before.slice(0, -1) + after;
  if (words.has(`${head}-${tail}`)) return before + after;
  // "ein- und ausschalten": the word goes on elsewhere.
  if (/^(?:und|oder|bzw|and|or|et|ou|y|o|e)$/.test(tail)) return `${before} ${after}`;
  return before.slice(0, -1) + after;
}
