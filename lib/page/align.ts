/** `length` characters that stand at `wanted` in the one text and at `text` in the other. */
export interface AlignedSpan {
  wanted: number;
  text: number;
  length: number;
}

/** Characters by which the beginning of a text is recognised, and how many places with it are looked at. */
const BEGINNINGS = [8, 4];
const MOST = 20;
/** Share of a text that must stand in the page. */
const ENOUGH = 0.8;
/** Characters that may be added to a text, beyond its own length. */
const ADDED = 2_000;

/**
 * Where most of `wanted` stands in `text` from `from` to `to`, with other passages in between: the first place where
 * its beginning does. Undefined when there is none.
 */
export function findInterrupted(wanted: string, text: string, from: number, to: number): AlignedSpan[] | undefined {
  for (const length of BEGINNINGS) {
    const beginning = wanted.slice(0, length);
    let tried = 0;
    for (let at = text.indexOf(beginning, from); at !== -1 && at < to && tried < MOST; at = text.indexOf(beginning, at + 1), tried++) {
      const spans = align(wanted, text, at, Math.min(text.length, at + wanted.length * 2 + ADDED));
      if (spans.reduce((sum, span) => sum + span.length, 0) >= wanted.length * ENOUGH) return spans;
    }
  }
  return undefined;
}

/** Characters by which two texts are recognised as going on together. */
const ANCHOR = 12;
/** Characters of `wanted` that may be missing in the other text, and how far its next words are looked for there. */
const MISSING = 400;
const AHEAD = 4_000;
/** Characters that may have been taken for what merely begins alike. */
const ALIKE = 8;

/**
 * Which characters of `wanted` stand where in `text` from `from` to `to`, where one holds passages that the other has
 * not: ascending in both. What has no counterpart is in no span.
 */
export function align(wanted: string, text: string, from: number, to: number): AlignedSpan[] {
  const spans: AlignedSpan[] = [];
  let i = 0;
  let j = from;
  while (i < wanted.length && j < to) {
    let length = 0;
    while (i + length < wanted.length && j + length < to && wanted[i + length] === text[j + length]) length++;
    if (length > 0) spans.push({ wanted: i, text: j, length });
    i += length;
    j += length;
    if (i >= wanted.length || j >= to) break;
    const next = resume(wanted, text, i, j, to);
    if (!next) break;
    [i, j] = reachBack(wanted, text, next, spans);
  }
  return spans.filter((span) => span.length > 0);
}

function resume(wanted: string, text: string, i: number, j: number, to: number): [number, number] | undefined {
  const window = text.slice(j, Math.min(to, j + AHEAD));
  for (let skipped = 0; skipped <= MISSING && i + skipped < wanted.length; skipped++) {
    const anchor = wanted.slice(i + skipped, i + skipped + ANCHOR);
    if (anchor.length < ANCHOR && skipped > 0 && anchor.length < 3) break;
    const at = window.indexOf(anchor);
    if (at !== -1) return [i + skipped, j + at];
  }
  return undefined;
}

/** What was inserted may begin as the text before it goes on: those characters belong to where the text goes on. */
function reachBack(wanted: string, text: string, [i, j]: [number, number], spans: AlignedSpan[]): [number, number] {
  const last = spans.at(-1);
  if (!last || last.wanted + last.length !== i) return [i, j];
  let back = 0;
  while (back < ALIKE && back < last.length && j - back - 1 >= last.text + last.length && wanted[i - back - 1] === text[j - back - 1]) back++;
  last.length -= back;
  return [i - back, j - back];
}
