import { lastBorder } from './cut-long';
import { splitSentences, type Sentence } from './sentences';

/** Characters split at one go; the last sentences of a window are split again with what follows. */
const WINDOW = 4_000;
/** Characters beyond a border on which it may depend. */
const AHEAD = 300;
/** Characters without a border after which the text is cut anyway: longer than any voice takes. */
const LONGEST = 16_000;

/**
 * Sentences of a text one after the other, each found only when it is asked for, so that a text of any length begins
 * at once. A passage of 16,000 characters without an end is cut at a clause or between two words.
 * @param lang BCP 47 tag of the text, if known.
 * @param from UTF-16 offset of the start of a sentence.
 */
export function* readSentences(text: string, lang?: string, from = 0): Generator<Sentence> {
  let at = from;
  let size = WINDOW;
  while (at < text.length) {
    const last = at + size >= text.length;
    const window = text.slice(at, at + size);
    const found = splitSentences(window, lang);
    const safe = last ? found : found.filter(({ end }) => end <= window.length - AHEAD);
    for (const { text: words, start, end } of safe) yield { text: words, start: at + start, end: at + end };
    const end = safe.at(-1)?.end;
    if (last) return;
    if (end !== undefined) {
      at += end;
      size = WINDOW;
    } else if (size < LONGEST) size *= 2;
    else {
      const cut = lastBorder(window, 0, LONGEST);
      const start = window.length - window.trimStart().length;
      const words = window.slice(start, cut).trimEnd();
      if (words) yield { text: words, start: at + start, end: at + start + words.length };
      at += cut;
      size = WINDOW;
    }
  }
}
