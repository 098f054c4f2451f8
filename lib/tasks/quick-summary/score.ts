import type { Candidate } from './candidates';
import { rankByCentrality } from './centrality';
import { leansBack } from './leaning';
import { similarity, vectorize, type TermVector } from './terms';

/** A candidate with what it is worth. */
export interface Scored extends Candidate {
  score: number;
  vector: TermVector;
}

export interface ScoreOptions {
  title: string;
  /** Headings, in which the page itself says what matters. */
  headings: string;
  /** Primary subtag of the page's language, empty if unknown. */
  language: string;
  /** Articles say the main thing first; other pages do so less. */
  leads: boolean;
  /** Prefer short sentences of short words. */
  simple: boolean;
}

/** Sentences that enter the graph; the others of a long page are left out by a cheaper measure. */
const GRAPH_SIZE = 400;

const WEIGHTS = { centrality: 1, lead: 0.7, opening: 0.4, title: 0.6, headings: 0.3, figures: 0.3, section: 0.3 };
/** Different terms of a sentence that says something; one with fewer is worth less, down to this part. */
const FULL_TERMS = 12;
const EMPTY_WORTH = 0.4;
/** Amounts, dates and shares are what readers look for. */
const FIGURE = /\p{N}|[一二三四五六七八九十百千万億亿]{2}/u;
/** Sentences over which the bonus of the beginning wears off. */
const LEAD_REACH = 4;

/** What every candidate is worth for a summary; on long pages the most promising `GRAPH_SIZE` only, in page order. */
export function scoreCandidates(candidates: readonly Candidate[], options: ScoreOptions): Scored[] {
  const { vectors, vectorOf, terms } = vectorize(candidates.map(({ text }) => text), options.language);
  const title = vectorOf(options.title);
  const headings = vectorOf(options.headings);
  const all = candidates.map((candidate, i) => {
    const vector = vectors[i] ?? { ids: [], weights: [] };
    const lead = Math.exp(-i / LEAD_REACH) * (options.leads ? 1 : 0.4);
    const prior =
      WEIGHTS.lead * lead +
      WEIGHTS.opening * (candidate.place === 0 ? 1 : 0) +
      WEIGHTS.section * (candidate.place === 0 && candidate.section !== candidates[i - 1]?.section ? 1 : 0) +
      WEIGHTS.title * similarity(vector, title) +
      WEIGHTS.headings * similarity(vector, headings) +
      WEIGHTS.figures * (FIGURE.test(candidate.text) ? 1 : 0);
    return { ...candidate, vector, score: prior, factor: formFactor(candidate, i, options.simple && i > 0) * fullness(vector) };
  });
  const kept = all.length > GRAPH_SIZE ? keepPromising(all) : all;
  const centrality = rankByCentrality(kept.map(({ vector }) => vector), terms);
  return kept.map(({ factor, ...candidate }, i) => ({
    ...candidate,
    score: (candidate.score + WEIGHTS.centrality * (centrality[i] ?? 0)) * factor,
  }));
}

/** The best by prior and by nearness to the page's centre of mass, in page order. */
function keepPromising<T extends Scored & { factor: number }>(all: T[]): T[] {
  const centre = new Map<number, number>();
  for (const { vector } of all) {
    for (const [k, id] of vector.ids.entries()) centre.set(id, (centre.get(id) ?? 0) + (vector.weights[k] ?? 0));
  }
  const worth = all.map(({ vector, score, factor }) => {
    const near = vector.ids.reduce((sum, id, k) => sum + (centre.get(id) ?? 0) * (vector.weights[k] ?? 0), 0);
    return (score + near / Math.sqrt(all.length)) * factor;
  });
  const order = all.map((_, i) => i).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  return order.slice(0, GRAPH_SIZE).sort((a, b) => a - b).flatMap((i) => all[i] ?? []);
}

/** How much a sentence says, by the number of its terms. */
function fullness({ ids }: TermVector): number {
  return Math.min(1, EMPTY_WORTH + ((1 - EMPTY_WORTH) * ids.length) / FULL_TERMS);
}

/** How well a sentence stands alone, by its form: length, beginning, kind. */
function formFactor({ text, words, aside }: Candidate, index: number, simple: boolean): number {
  let factor = 1;
  const ideal = simple ? 16 : 32;
  if (words < 8) factor *= 0.55 + words * 0.05;
  if (words > ideal) factor *= Math.max(0.4, 1 - (words - ideal) * (simple ? 0.025 : 0.015));
  if (simple) factor *= Math.min(1, 6.5 / (text.length / words));
  if (index > 0 && leansBack(text)) factor *= 0.6;
  if (/[?？؟]\P{L}*$/u.test(text)) factor *= 0.5;
  if (/[!！]\P{L}*$/u.test(text)) factor *= 0.7;
  if (/^["“„«「『]/u.test(text)) factor *= 0.7;
  if (/https?:|www\.|\S@\S|cookie|newsletter/iu.test(text)) factor *= 0.4;
  if (aside) factor *= 0.75;
  return factor;
}
