import type { Area, Fragment, Unseen } from './fragment';
import type { GraphicsState } from './graphics-state';
import { type Box, contains } from './matrix';

/** Points below which nobody reads letters at the size of the page. */
const TINY = 1.5;
/** Opacity below which nobody sees them. */
const FAINT = 0.06;
/** Largest difference, of 255, in any of red, green and blue at which two colours are taken for one. */
const ALIKE = 14;

/**
 * Why nobody sees a text that is painted now: outside of the page or of what is cut out of it, tiny, transparent, or in
 * the colour of what it stands on. Render mode 3 is told apart (`Fragment.invisible`): over a scan, such text is legitimate.
 */
export function findUnseen(fragment: Fragment, state: GraphicsState, areas: readonly Area[], page: Box): Unseen | undefined {
  if (fragment.invisible) return undefined;
  const [x, y] = middleOf(fragment);
  if (!contains(page, x, y) || !contains(grow(state.clip, fragment.size), x, y)) return 'hidden';
  if (fragment.size < TINY) return 'hidden';
  const mode = state.renderMode % 4;
  const fills = mode === 0 || mode === 2;
  const strokes = mode === 1 || mode === 2;
  const alpha = Math.max(fills ? state.fillAlpha : 0, strokes ? state.strokeAlpha : 0) * state.groupAlpha;
  if (alpha < FAINT) return 'hidden';
  const ground = findGround(x, y, areas);
  if (ground === undefined) return undefined;
  const colours = [...(fills ? [state.fill] : []), ...(strokes ? [state.stroke] : [])];
  return colours.every((colour) => colour !== undefined && isAlike(colour, ground)) ? 'same-colour' : undefined;
}

/** The middle of the letters, not of their baseline. */
function middleOf({ x, y, endX, endY, size }: Fragment): [number, number] {
  const length = Math.hypot(endX - x, endY - y) || 1;
  const upX = (endY - y) / length;
  const upY = -(endX - x) / length;
  return [(x + endX) / 2 + upX * size * 0.3, (y + endY) / 2 + upY * size * 0.3];
}

function grow({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/** The colour that something stands on: paper is white. Absent where a picture or gradient lies there. */
function findGround(x: number, y: number, areas: readonly Area[]): string | undefined {
  const top = areas.findLast(({ box }) => contains(box, x, y));
  return top ? top.colour : '#ffffff';
}

function isAlike(one: string, other: string): boolean {
  return [1, 3, 5].every((at) => Math.abs(channel(one, at) - channel(other, at)) <= ALIKE);
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
