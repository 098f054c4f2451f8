import fc from 'fast-check';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { readLook } from '~/lib/image/look';
import { planPieces } from '~/lib/image/pieces';
import { makeQuarters } from './picture-files';

const plan = (width: number, height: number, maxSide = 1536) => planPieces({ x: 0, y: 0, width, height }, maxSide);

test('a picture is shrunk to the size that is sent, and never enlarged', () => {
  expect(plan(4000, 3000)).toEqual([{ x: 0, y: 0, width: 4000, height: 3000, toWidth: 1536, toHeight: 1152 }]);
  expect(plan(300, 200)).toEqual([{ x: 0, y: 0, width: 300, height: 200, toWidth: 300, toHeight: 200 }]);
});

test('a very long picture is cut into pieces in which more can be made out than in the whole', () => {
  const tall = plan(1000, 30_000);
  expect(tall).toHaveLength(4);
  expect(tall.map(({ toWidth }) => toWidth)).toEqual([205, 197, 197, 197]);
  expect(plan(800, 6000).map(({ toHeight }) => toHeight)).toEqual([1500, 1536, 1536, 1536]);
  expect(plan(6000, 800)).toHaveLength(4);
  // Less than half as much again as is sent: one piece does.
  expect(plan(400, 2200)).toHaveLength(1);
});

test('pieces show all of it, in order, and nothing beside it', () => {
  const side = fc.integer({ min: 8, max: 40_000 });
  fc.assert(fc.property(side, side, fc.constantFrom(768, 1536, 2048), fc.nat({ max: 500 }), (width, height, maxSide, offset) => {
    const pieces = planPieces({ x: offset, y: offset, width, height }, maxSide);
    expect(pieces.length).toBeLessThanOrEqual(4);
    let [right, bottom] = [offset, offset];
    for (const piece of pieces) {
      expect(Math.max(piece.toWidth, piece.toHeight)).toBeLessThanOrEqual(maxSide);
      expect(piece.toWidth).toBeLessThanOrEqual(piece.width);
      expect(Math.min(piece.toWidth, piece.toHeight)).toBeGreaterThan(0);
      // Begins where the one before ends, or a little earlier.
      expect(piece.x).toBeLessThanOrEqual(right);
      expect(piece.y).toBeLessThanOrEqual(bottom);
      if (width > height) right = piece.x + piece.width;
      else bottom = piece.y + piece.height;
    }
    const last = pieces.at(-1);
    expect([(last?.x ?? 0) + (last?.width ?? 0), (last?.y ?? 0) + (last?.height ?? 0)]).toEqual([offset + width, offset + height]);
  }));
});

test('drawings are told from photographs, and what is transparent from what is not', async () => {
  const look = async (picture: Sharp, alpha = 1) => readLook(new Uint8ClampedArray(await picture.ensureAlpha(alpha).raw().toBuffer()));
  expect(await look(makeQuarters(60, 40))).toEqual({ flat: true, transparent: false });
  expect(await look(makeQuarters(60, 40, { noise: 20 }))).toEqual({ flat: false, transparent: false });
  expect(await look(makeQuarters(60, 40), 0.5)).toEqual({ flat: true, transparent: true });
  expect(await look(makeQuarters(60, 40, { noise: 20 }), 0.5)).toEqual({ flat: false, transparent: true });
});
