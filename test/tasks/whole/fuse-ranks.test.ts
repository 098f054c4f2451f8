import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuseRanks, rankVectors } from '~/lib/tasks/whole/fuse-ranks';

it('what stands high in both rankings comes before what does in one', () => {
  expect(fuseRanks([7, 3, 5], [3, 9, 7])[0]).toBe(3);
  expect(fuseRanks([7, 3, 5], [3, 9, 7])).toEqual([3, 7, 9, 5]);
});

it('a fused ranking holds each index of either once', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(50)), fc.uniqueArray(fc.nat(50)), (a, b) => {
    expect(fuseRanks(a, b).toSorted((x, y) => x - y)).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
  }));
});

it('vectors are ranked by their angle, not their length', () => {
  const vectors = [[0, 1], [10, 10], [0.1, 0]].map((vector) => Float32Array.from(vector));
  expect(rankVectors(vectors, Float32Array.from([5, 0]))).toEqual([2, 1, 0]);
});
