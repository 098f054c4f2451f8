/** Length of the pieces by which a changed passage is recognised, and how many are looked for. */
const PIECE = 16;
const PIECES = 32;
/** Letters by which the ends of a passage are recognised. */
const EDGE = 6;
/** Share of the pieces that must be found near each other. */
const ENOUGH = 0.5;
/** Occurrences of one text that are told apart. */
const MOST = 20;

interface Cluster {
  count: number;
  start: number;
  end: number;
  /** Characters of the passage before the first found piece, and after the last. */
  before: number;
  after: number;
}

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
  const cells = new Map<number, Cluster>();
  let pieces = 0;
  for (let offset = 0; offset + PIECE <= wanted.length; offset += step) {
    pieces++;
    const piece = wanted.slice(offset, offset + PIECE);
    let hits = 0;
    for (let at = text.indexOf(piece); at !== -1 && hits < MOST; at = text.indexOf(piece, at + 1), hits++) {
      const key = Math.round((at - offset) / cell);
      // A neighbouring cell counts too: the start may fall on either side of a border.
      for (const near of [key - 1, key, key + 1]) {
        const entry = cells.get(near) ?? { count: 0, start: at, end: at, before: offset, after: 0 };
        entry.count++;
        if (at < entry.start) Object.assign(entry, { start: at, before: offset });
        if (at + PIECE > entry.end) Object.assign(entry, { end: at + PIECE, after: wanted.length - offset - PIECE });
        cells.set(near, entry);
      }
    }
  }
  const best = [...cells.values()].filter((entry) => entry.count >= pieces * ENOUGH).sort((a, b) => b.count - a.count || b.end - b.start - (a.end - a.start))[0];
  return best ? [reachEnds(text, wanted, best)] : [];
}

/** The change may lie near an end of the passage: its first and last letters are looked for beyond the found pieces. */
function reachEnds(text: string, wanted: string, { start, end, before, after }: Cluster): [number, number] {
  const slack = PIECE * 2;
  const from = Math.max(0, start - before - slack);
  const first = before > 0 ? text.slice(from, start + EDGE).lastIndexOf(wanted.slice(0, EDGE)) : -1;
  const last = after > 0 ? text.slice(end - EDGE, end + after + slack).indexOf(wanted.slice(-EDGE)) : -1;
  return [first === -1 ? start : from + first, last === -1 ? end : end + last];
}

