import type { Region } from '~/lib/shared/picture';
import type { RegionKey } from '~/lib/shared/region-keys';

/** Geometry of choosing a region: no document, only shares of what the tab shows. */

/** The smallest part that can be chosen, as shares of width and height. */
export interface Smallest {
  width: number;
  height: number;
}

/** Parts from the whole to the one chosen now; zooming out goes back along them. Never empty. */
export type Trail = readonly [Region, ...Region[]];

export const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** How far an arrow moves a part, as a share of its own size. */
const STEP = 0.25;
/** How much `+` makes of width and height. */
const GROWTH = 1.25;
/** Sizes nearer than this are the same: sums of shares are not exact. */
const NEAR = 1e-9;

/** The part chosen now. */
export function chosen(trail: Trail): Region {
  return trail.at(-1) ?? trail[0];
}

/** What a key makes of it; the same trail when there is nothing more to do in that direction. */
export function applyKey(trail: Trail, key: Exclude<RegionKey, 'choose' | 'cancel'>, smallest: Smallest): Trail {
  const part = chosen(trail);
  switch (key) {
    case 'out':
      return zoomOut(trail);
    case 'left':
      return change(trail, move(part, -STEP, 0));
    case 'right':
      return change(trail, move(part, STEP, 0));
    case 'up':
      return change(trail, move(part, 0, -STEP));
    case 'down':
      return change(trail, move(part, 0, STEP));
    case 'wider':
      return change(trail, resize(part, GROWTH, 1, smallest));
    case 'narrower':
      return change(trail, resize(part, 1 / GROWTH, 1, smallest));
    case 'taller':
      return change(trail, resize(part, 1, GROWTH, smallest));
    case 'shorter':
      return change(trail, resize(part, 1, 1 / GROWTH, smallest));
    case 'larger':
      return change(trail, resize(part, GROWTH, GROWTH, smallest));
    case 'smaller':
      return change(trail, resize(part, 1 / GROWTH, 1 / GROWTH, smallest));
    default:
      return zoomIn(trail, Number(key), smallest);
  }
}

/** Into one ninth, counted 1 to 9 in rows from the top left. A side that would become too short stays as short as it may be. */
export function zoomIn(trail: Trail, ninth: number, smallest: Smallest): Trail {
  const part = chosen(trail);
  if (!canZoom(part, smallest)) return trail;
  const [x, width] = cutThird(part.x, part.width, (ninth - 1) % 3, smallest.width);
  const [y, height] = cutThird(part.y, part.height, Math.floor((ninth - 1) / 3), smallest.height);
  return [...trail, keepWithin({ x, y, width, height }, smallest)] as unknown as Trail;
}

export function canZoom(part: Region, smallest: Smallest): boolean {
  return part.width > smallest.width + NEAR || part.height > smallest.height + NEAR;
}

function cutThird(start: number, size: number, index: number, smallest: number): [number, number] {
  const third = Math.min(size, Math.max(size / 3, smallest));
  return [start + ((size - third) * index) / 2, third];
}

/** Back to the part that was chosen before the last zoom. */
export function zoomOut(trail: Trail): Trail {
  return trail.length > 1 ? (trail.slice(0, -1) as unknown as Trail) : trail;
}

/** A part drawn from one point to another, in any direction. */
export function spanPart(from: { x: number; y: number }, to: { x: number; y: number }, smallest: Smallest): Region {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return keepWithin({ x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }, smallest);
}

/** The ninth of a part in which a point lies; undefined outside of the part. */
export function findNinth(part: Region, point: { x: number; y: number }): number | undefined {
  const column = Math.floor(((point.x - part.x) / part.width) * 3);
  const row = Math.floor(((point.y - part.y) / part.height) * 3);
  return column >= 0 && column < 3 && row >= 0 && row < 3 ? row * 3 + column + 1 : undefined;
}

/** The ninth of everything in which the middle of a part lies. */
export function findPlace({ x, y, width, height }: Region): number {
  return findNinth(WHOLE, { x: Math.min(x + width / 2, 1 - NEAR), y: Math.min(y + height / 2, 1 - NEAR) }) ?? 5;
}

export function isSame(a: Region, b: Region): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < NEAR);
}

/** The last part of the trail, changed; the whole stays what one comes back to. */
function change(trail: Trail, part: Region): Trail {
  if (isSame(part, chosen(trail))) return trail;
  return [...(trail.length > 1 ? trail.slice(0, -1) : trail), part] as unknown as Trail;
}

function move(part: Region, byWidths: number, byHeights: number): Region {
  return keepWithin({ ...part, x: part.x + part.width * byWidths, y: part.y + part.height * byHeights }, part);
}

/** About its middle, as far as the edges allow. */
function resize(part: Region, widthBy: number, heightBy: number, smallest: Smallest): Region {
  const width = Math.min(1, Math.max(part.width * widthBy, smallest.width));
  const height = Math.min(1, Math.max(part.height * heightBy, smallest.height));
  return keepWithin({ x: part.x + (part.width - width) / 2, y: part.y + (part.height - height) / 2, width, height }, smallest);
}

/** The nearest part that lies wholly within 0 to 1 and is not too small. */
export function keepWithin(part: Region, smallest: Smallest): Region {
  const width = Math.min(1, Math.max(part.width, smallest.width));
  const height = Math.min(1, Math.max(part.height, smallest.height));
  return { x: Math.max(0, Math.min(part.x, 1 - width)), y: Math.max(0, Math.min(part.y, 1 - height)), width, height };
}
