/** Length of the pieces by which a changed passage is recognised, and how many are looked for. */
const PIECE = 16;
const PIECES = 32;
/** Share of the pieces that must be found near each other. */
const ENOUGH = 0.5;
/** Occurrences of one text that are told apart. */
const MOST = 20;

/**
 * Where `wanted` stands in `text`, best first, as `[start, end)`. With `exact` off, a passage that changed a little:
 * pieces of it are looked for, and the place where most of them lie in order wins.
 */
export function locate(text: string, wanted: string, exact: boolean): [number, number][] {
  return exact ? locateExact(text, wanted) : locateSimilar(text, wanted);
}

function locateExact(text: string, wanted: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(wanted); at !== -1 && found.length < MOST; at = text.indexOf(wanted, at + wanted.length)) found.push([at, at + wanted.length]);
  return found;
}

function locateSimilar(text: string, wanted: string): [number, number][] {
  if (wanted.length < PIECE * 2) return [];
  const step = Math.max(PIECE / 2, Math.floor((wanted.length - PIECE) / PIECES));
  /** Hits by where the passage would start, in cells wide enough for what was added or removed. */
  const cell = Math.max(PIECE * 4, Math.floor(wanted.length / 4));
  const cells = new Map<number, { count: number; start: number; end: number }>();
  let pieces = 0;
  for (let offset = 0; offset + PIECE <= wanted.length; offset += step) {
    pieces++;
    const piece = wanted.slice(offset, offset + PIECE);
    let hits = 0;
    for (let at = text.indexOf(piece); at !== -1 && hits < MOST; at = text.indexOf(piece, at + 1), hits++) {
      const key = Math.round((at - offset) / cell);
      // A neighbouring cell counts too: the start may fall on either side of a border.
      for (const near of [key - 1, key, key + 1]) {
        const entry = cells.get(near) ?? { count: 0, start: at, end: at };
        entry.count++;
        entry.start = Math.min(entry.start, at);
        entry.end = Math.max(entry.end, at + PIECE);
        cells.set(near, entry);
      }
    }
  }
  const best = [...cells.values()].filter((entry) => entry.count >= pieces * ENOUGH).sort((a, b) => b.count - a.count || a.end - a.start - (b.end - b.start))[0];
  return best ? [[best.start, best.end]] : [];
}
