import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyKey, canZoom, chosen, findNinth, findPlace, isSame, keepWithin, spanPart, type Trail, WHOLE, zoomIn, zoomOut } from '~/lib/page/region/grid';
import { REGION_KEYS } from '~/lib/shared/region-keys';

const KEYS = REGION_KEYS.filter((key) => key !== 'choose' && key !== 'cancel');
const keys = fc.array(fc.constantFrom(...KEYS), { maxLength: 60 });
const digit = fc.integer({ min: 1, max: 9 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: share, y: share });
/** 16 pixels of windows from tiny to huge. */
const smallest = fc.record({ width: fc.integer({ min: 16, max: 8_000 }), height: fc.integer({ min: 16, max: 8_000 }) }).map(({ width, height }) => ({ width: 16 / width, height: 16 / height }));
const START: Trail = [WHOLE];
const walk = (pressed: readonly (typeof KEYS)[number][], least: { width: number; height: number }) => pressed.reduce((trail, key) => applyKey(trail, key, least), START);

describe('the grid', () => {
  it('never leaves what can be seen and never becomes too small, whatever is pressed', () => {
    fc.assert(
      fc.property(keys, smallest, (pressed, least) => {
        const { x, y, width, height } = chosen(walk(pressed, least));
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
        expect(width).toBeGreaterThanOrEqual(least.width - 1e-12);
        expect(height).toBeGreaterThanOrEqual(least.height - 1e-12);
      }),
    );
  });

  it('comes back by zooming out to exactly where it zoomed in', () => {
    fc.assert(
      fc.property(keys, digit, smallest, (pressed, ninth, least) => {
        const before = walk(pressed, least);
        fc.pre(canZoom(chosen(before), least));
        expect(zoomOut(zoomIn(before, ninth, least))).toEqual(before);
      }),
    );
  });

  it('reaches everything again by zooming out often enough', () => {
    fc.assert(
      fc.property(keys, smallest, (pressed, least) => {
        let trail = walk(pressed, least);
        for (let times = 0; times < pressed.length; times++) trail = zoomOut(trail);
        expect(trail).toEqual(START);
      }),
    );
  });

  it('covers a part with its nine ninths, without gaps, when there is room for them', () => {
    fc.assert(
      fc.property(digit, digit, point, (outer, ninth, at) => {
        const trail = zoomIn(START, outer, { width: 0.001, height: 0.001 });
        const part = chosen(trail);
        const inside = { x: part.x + at.x * part.width * 0.999, y: part.y + at.y * part.height * 0.999 };
        const found = findNinth(part, inside);
        expect(found).toBeDefined();
        const { x, y, width, height } = chosen(zoomIn(trail, found ?? 0, { width: 0.001, height: 0.001 }));
        expect(inside.x).toBeGreaterThanOrEqual(x - 1e-9);
        expect(inside.x).toBeLessThanOrEqual(x + width + 1e-9);
        expect(inside.y).toBeGreaterThanOrEqual(y - 1e-9);
        expect(inside.y).toBeLessThanOrEqual(y + height + 1e-9);
        expect(findPlace(chosen(zoomIn(START, ninth, { width: 0, height: 0 })))).toBe(ninth);
      }),
    );
  });

  it('counts in rows from the top left', () => {
    const places = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((ninth) => chosen(zoomIn(START, ninth, { width: 0, height: 0 })));
    expect(places.map(({ x, y }) => [Math.round(x * 3), Math.round(y * 3)])).toEqual([[0, 0], [1, 0], [2, 0], [0, 1], [1, 1], [2, 1], [0, 2], [1, 2], [2, 2]]);
  });

  it('makes a narrow part no narrower when it zooms on', () => {
    const least = { width: 0.2, height: 0.01 };
    const once = zoomIn(START, 1, least);
    const twice = zoomIn(once, 3, least);
    expect(chosen(twice).width).toBeCloseTo(0.2);
    expect(chosen(twice).x + chosen(twice).width).toBeCloseTo(1 / 3);
    expect(chosen(twice).height).toBeCloseTo(1 / 9);
    expect(canZoom({ x: 0, y: 0, width: 0.2, height: 0.01 }, least)).toBe(false);
  });

  it('moves there and back to the same place, away from the edges', () => {
    const centre = zoomIn(START, 5, { width: 0.01, height: 0.01 });
    const there = applyKey(applyKey(centre, 'right', WHOLE), 'down', WHOLE);
    expect(chosen(there).x).toBeGreaterThan(chosen(centre).x);
    expect(isSame(chosen(applyKey(applyKey(there, 'left', WHOLE), 'up', WHOLE)), chosen(centre))).toBe(true);
  });

  it('grows and shrinks about its middle', () => {
    const centre = zoomIn(START, 5, { width: 0.01, height: 0.01 });
    const wider = chosen(applyKey(centre, 'wider', { width: 0.01, height: 0.01 }));
    expect(wider.width).toBeCloseTo((1 / 3) * 1.25);
    expect(wider.height).toBeCloseTo(1 / 3);
    expect(wider.x + wider.width / 2).toBeCloseTo(0.5);
  });

  it('draws the same part from either corner', () => {
    fc.assert(
      fc.property(point, point, smallest, (from, to, least) => {
        const part = spanPart(from, to, least);
        expect(spanPart(to, from, least)).toEqual(part);
        expect(keepWithin(part, least)).toEqual(part);
      }),
    );
  });
});
