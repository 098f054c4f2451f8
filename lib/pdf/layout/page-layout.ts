import type { TracedPage, Unseen } from '../tracing/fragment';
import { readColumns } from './columns';
import { buildSegments, type Segment } from './lines';
import { plainGlyph } from './logical-order';
import { type Piece, sortIntoFrames } from './piece';

/** One line of a column. */
export interface Line extends Segment {
  /** Edges of its column. */
  left: number;
  right: number;
  /** Where it stands on its page, as a share of the height, for writing that is not turned: 0 top, 1 bottom. */
  height?: number | undefined;
}

/** A page as text. */
export interface PageLayout {
  /** From 1. */
  number: number;
  columns: Line[][];
  /** Text that nobody sees, by reason. */
  unseen: { reason: Unseen; text: string }[];
  /** Letters that are seen. */
  letters: number;
  /** Share of the page that pictures cover, 0 to 1. */
  pictured: number;
}

/** Of a page that is a scan: the share pictures cover at least, and letters in sight beside them at most (a stamp, a page number). */
const SCAN = 0.5;
const STRAY_LETTERS = 80;
/** Degrees of writing that is upright. */
const UPRIGHT = 0;

/** Lays out what was painted on a page. @param height of the page as shown, points */
export function layOutPage(number: number, { fragments, pictured }: TracedPage, height: number): PageLayout {
  const seen = fragments.filter(({ unseen, invisible }) => !unseen && !invisible);
  const letters = countLetters(seen);
  // Over a scan, text that paints nothing is what was recognised in it. Beside text in sight it is hidden.
  const isScan = pictured >= SCAN && letters <= STRAY_LETTERS;
  const shown = isScan ? fragments.filter(({ unseen }) => !unseen) : seen;
  const columns = sortIntoFrames(shown).flatMap(({ angle, pieces }) =>
    readColumns(buildSegments(pieces)).map(({ segments }) => toLines(segments, angle === UPRIGHT ? height : undefined)),
  );
  return { number, columns, unseen: gatherUnseen(fragments, isScan), letters: isScan ? countLetters(shown) : letters, pictured };
}

function countLetters(fragments: readonly { glyphs: string[] }[]): number {
  return fragments.reduce((sum, { glyphs }) => sum + (glyphs[0] === ' ' ? 0 : glyphs.length), 0);
}

/** Segments of one baseline become one line. */
function toLines(segments: readonly Segment[], height: number | undefined): Line[] {
  const left = Math.min(...segments.map(({ u0 }) => u0));
  const right = Math.max(...segments.map(({ u1 }) => u1));
  const lines: Line[] = [];
  for (const segment of [...segments].sort((a, b) => a.v - b.v || a.u0 - b.u0)) {
    const last = lines.at(-1);
    const isBeside = last && Math.abs(last.v - segment.v) < 0.25 * Math.min(last.size, segment.size) && segment.u0 >= last.u1 - 1;
    if (last && isBeside) Object.assign(last, { text: `${last.text} ${segment.text}`, u1: segment.u1, size: last.text.length >= segment.text.length ? last.size : segment.size });
    else lines.push({ ...segment, left, right, height: height === undefined ? undefined : segment.v / height });
  }
  return lines;
}

/** What nobody sees, put together to passages by how it was painted. */
function gatherUnseen(fragments: readonly TracedPage['fragments'][number][], isScan: boolean): PageLayout['unseen'] {
  const reasons: Unseen[] = ['hidden', 'same-colour'];
  return reasons.flatMap((reason) => {
    const hidden = fragments.filter(({ unseen, invisible }) => (unseen ?? (invisible && !isScan ? 'hidden' : undefined)) === reason);
    return sortIntoFrames(hidden).flatMap(({ pieces }) => passagesOf(pieces)).map((text) => ({ reason, text }));
  });
}

/** Lines of hidden text that follow each other are one passage: an order to a machine must not be missed for a line break. */
function passagesOf(pieces: readonly Piece[]): string[] {
  const segments = buildSegments(pieces);
  // Letters of no size, or all in one place, have no lines: they are taken as they were painted.
  const written = segments.map(({ text }) => text).join(' ').length;
  const painted = pieces.flatMap(({ glyphs }) => glyphs.map(plainGlyph)).join('');
  if (written < painted.trim().length / 2) return painted.trim() ? [painted] : [];
  const passages: string[] = [];
  let last: Segment | undefined;
  for (const segment of segments) {
    const follows = last !== undefined && segment.v - last.v < 2.5 * Math.max(last.size, segment.size, 1);
    if (follows) passages.push(`${passages.pop() ?? ''} ${segment.text}`);
    else passages.push(segment.text);
    last = segment;
  }
  return passages;
}
