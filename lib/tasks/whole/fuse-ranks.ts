/** Keeps the first places of one ranking from deciding alone (Cormack, Clarke and Büttcher, SIGIR 2009). */
const CALM = 60;

/** One ranking of several, each best first: what stands high in any, and higher what does so in more than one. */
export function fuseRanks(...rankings: readonly (readonly number[])[]): number[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [place, index] of ranking.entries()) scores.set(index, (scores.get(index) ?? 0) + 1 / (CALM + place + 1));
  }
  return [...scores].sort(([a, left], [b, right]) => right - left || a - b).map(([index]) => index);
}

/** Indexes of the vectors by their closeness to `to`, the closest first. */
export function rankVectors(vectors: readonly Float32Array[], to: Float32Array): number[] {
  const closeness = vectors.map((vector) => cosine(vector, to));
  return vectors.map((_, index) => index).sort((a, b) => (closeness[b] ?? 0) - (closeness[a] ?? 0) || a - b);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    product += x * y;
    left += x * x;
    right += y * y;
  }
  return product / (Math.sqrt(left * right) || 1);
}
