import { LONG_RATIO, MAX_PIECES } from '~/lib/shared/picture';

/** A part of a picture, and the size in which it is sent; all in pixels. */
export interface Piece {
  x: number;
  y: number;
  width: number;
  height: number;
  toWidth: number;
  toHeight: number;
}

/** Share of a piece that the one before shows too: a line of text that is cut is whole in one of them. */
const OVERLAP = 0.04;

/**
 * How a part of a picture is sent: in one, shrunk to `maxSide` pixels on the long side and never enlarged; what is so
 * long that nothing in it could be made out then in several pieces, in order.
 */
export function planPieces(box: { x: number; y: number; width: number; height: number }, maxSide: number): Piece[] {
  const upright = box.height >= box.width;
  const [long, short] = upright ? [box.height, box.width] : [box.width, box.height];
  const count = long / short > LONG_RATIO ? Math.max(1, Math.min(MAX_PIECES, Math.round(long / maxSide))) : 1;
  const cuts = Array.from({ length: count + 1 }, (_, index) => Math.round((long * index) / count));
  const overlap = Math.round((long / count) * OVERLAP);
  return cuts.slice(1).map((end, index) => {
    const start = Math.max(0, (cuts[index] ?? 0) - (index > 0 ? overlap : 0));
    const part = upright ? { ...box, y: box.y + start, height: end - start } : { ...box, x: box.x + start, width: end - start };
    return { ...part, ...shrink(part.width, part.height, maxSide) };
  });
}

function shrink(width: number, height: number, maxSide: number): { toWidth: number; toHeight: number } {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { toWidth: Math.max(1, Math.round(width * scale)), toHeight: Math.max(1, Math.round(height * scale)) };
}
