import { plainGlyph, toLogicalOrder } from './logical-order';
import type { Piece } from './piece';

/** Pieces of one baseline that stand side by side without a gap as wide as between columns. */
export interface Segment extends Omit<Piece, 'glyphs' | 'unseen'> {
  text: string;
}

/** Scripts whose letters are all of one width in every font. */
const EVEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Parts of the font size: a gap between words; one that parts columns; how far a raised or lowered small letter is off its line. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 0.9;
const RAISED = 0.65;
const SMALL = 0.85;
const SAME_LINE = 0.25;

/** The segments of writing of one direction, from top to bottom. */
export function buildSegments(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const line of gatherLines(pieces)) {
    let open: Piece[] = [];
    let end = 0;
    for (const piece of line) {
      const isGap = open.length > 0 && piece.u0 - end > COLUMN_GAP * Math.max(piece.size, open.at(-1)?.size ?? 0);
      if (isGap) {
        segments.push(...toSegment(open));
        open = [];
      }
      if (isBlank(piece)) {
        // A space as wide as a column gap is one.
        if (open.length > 0 && piece.u1 - piece.u0 < COLUMN_GAP * piece.size) open.push(piece);
        continue;
      }
      end = open.length === 0 ? piece.u1 : Math.max(end, piece.u1);
      open.push(piece);
    }
    segments.push(...toSegment(open));
  }
  return segments.sort((a, b) => a.v - b.v || a.u0 - b.u0);
}

/** Pieces by baseline, each line sorted from left to right. Small raised ones (notes, exponents) go to the line beside them. */
function gatherLines(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => a.v - b.v);
  const lines: { v: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (last && piece.v - last.v <= SAME_LINE * Math.min(piece.size, last.size)) {
      last.pieces.push(piece);
      last.size = Math.max(last.size, piece.size);
    } else lines.push({ v: piece.v, size: piece.size, pieces: [piece] });
  }
  for (let i = 0; i < lines.length; i++) {
    const small = lines[i];
    if (!small) continue;
    for (const host of [lines[i - 1], lines[i + 1]]) {
      if (!host || small.size > host.size * SMALL || Math.abs(small.v - host.v) > RAISED * host.size) continue;
      const beside = (piece: Piece) => host.pieces.some((one) => !isBlank(one) && piece.u0 - one.u1 < host.size * 0.5 && one.u0 - piece.u1 < host.size * 0.5);
      host.pieces.push(...small.pieces.filter(beside));
      small.pieces = small.pieces.filter((piece) => !beside(piece));
    }
  }
  return lines.filter(({ pieces }) => pieces.length > 0).map((line) => line.pieces.sort((a, b) => a.u0 - b.u0));
}

function isBlank({ glyphs }: Piece): boolean {
  return glyphs[0] === ' ';
}

function toSegment(pieces: readonly Piece[]): Segment[] {
  while (pieces.length > 0 && pieces.at(-1) !== undefined && isBlank(pieces.at(-1) as Piece)) pieces = pieces.slice(0, -1);
  const first = pieces[0];
  if (!first) return [];
  const glyphs: string[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (before && !isBlank(piece) && glyphs.at(-1) !== ' ' && piece.u0 - before.u1 > WORD_GAP * Math.max(piece.size, before.size)) glyphs.push(' ');
    // Letters painted twice, a hair apart, are one bold letter.
    if (before && isTwice(piece, before)) continue;
    glyphs.push(...piece.glyphs.map(plainGlyph));
    if (!isBlank(piece)) before = piece;
  }
  const text = toLogicalOrder(glyphs);
  if (text.trim() === '') return [];
  const main = mostOf(pieces);
  return [{ text, u0: first.u0, u1: Math.max(...pieces.map(({ u1 }) => u1)), v: main.v, size: main.size, font: main.font, bold: main.bold, monospace: pieces.every((piece) => isBlank(piece) || piece.monospace) && !EVEN.test(text) }];
}

function isTwice(piece: Piece, before: Piece): boolean {
  return Math.abs(piece.u0 - before.u0) < piece.size * 0.1 && Math.abs(piece.v - before.v) < piece.size * 0.1 && piece.glyphs.join('') === before.glyphs.join('');
}

/** The piece whose like most letters of a line are. */
function mostOf(pieces: readonly Piece[]): Piece {
  const letters = new Map<string, { piece: Piece; count: number }>();
  for (const piece of pieces) {
    const key = `${piece.font} ${piece.size.toFixed(1)}`;
    const known = letters.get(key);
    if (known) known.count += piece.glyphs.length;
    else letters.set(key, { piece, count: piece.glyphs.length });
  }
  return [...letters.values()].reduce((best, one) => (one.count > best.count ? one : best)).piece;
}
