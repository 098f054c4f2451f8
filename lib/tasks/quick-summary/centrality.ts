import type { TermVector } from './terms';

const DAMPING = 0.85;
const ROUNDS = 20;
/** Weaker ties say nothing. */
const MIN_TIE = 0.05;
/** A term in more sentences than this ties nothing together, and would make the work grow with their square. */
const MAX_SHARE = 0.2;
const MAX_POSTINGS = 60;

/**
 * How central each sentence is (LexRank): PageRank over the graph whose edges are the cosines of sentences,
 * built through an inverted index, so that only sentences with a term in common are ever compared.
 * @returns 0 to 1, 1 for the most central.
 */
export function rankByCentrality(vectors: readonly TermVector[], terms: number): number[] {
  const n = vectors.length;
  const postings: number[][] = [];
  const weights: number[][] = [];
  const cap = Math.max(4, Math.min(MAX_POSTINGS, n * MAX_SHARE));
  const occurrences = new Uint32Array(terms);
  for (const { ids } of vectors) for (const id of ids) occurrences[id] = (occurrences[id] ?? 0) + 1;

  const from: number[] = [];
  const to: number[] = [];
  const ties: number[] = [];
  const strength = new Float64Array(n);
  const sums = new Float64Array(n);
  for (const [i, vector] of vectors.entries()) {
    const touched: number[] = [];
    for (const [k, id] of vector.ids.entries()) {
      const frequency = occurrences[id] ?? 0;
      if (frequency < 2 || frequency > cap) continue;
      const weight = vector.weights[k] ?? 0;
      const list = (postings[id] ??= []);
      const listWeights = (weights[id] ??= []);
      for (const [p, j] of list.entries()) {
        if (sums[j] === 0) touched.push(j);
        sums[j] = (sums[j] ?? 0) + weight * (listWeights[p] ?? 0);
      }
      list.push(i);
      listWeights.push(weight);
    }
    for (const j of touched) {
      const tie = sums[j] ?? 0;
      sums[j] = 0;
      if (tie < MIN_TIE) continue;
      from.push(i);
      to.push(j);
      ties.push(tie);
      strength[i] = (strength[i] ?? 0) + tie;
      strength[j] = (strength[j] ?? 0) + tie;
    }
  }

  let rank = new Float64Array(n).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(n).fill(1 - DAMPING);
    for (let e = 0; e < ties.length; e++) {
      const i = from[e] ?? 0;
      const j = to[e] ?? 0;
      const tie = DAMPING * (ties[e] ?? 0);
      next[i] = (next[i] ?? 0) + (tie * (rank[j] ?? 0)) / (strength[j] ?? 1);
      next[j] = (next[j] ?? 0) + (tie * (rank[i] ?? 0)) / (strength[i] ?? 1);
    }
    rank = next;
  }
  const highest = rank.reduce((max, value) => Math.max(max, value), 0) || 1;
  return Array.from(rank, (value) => value / highest);
}
