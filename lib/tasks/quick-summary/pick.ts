import type { Scored } from './score';
import { similarity } from './terms';

/** How much likeness to what is already chosen costs. */
const REDUNDANCY = 0.8;
/** What a second sentence from the same block or section loses, so that the whole page is heard. */
const SAME_BLOCK = 0.12;
const SAME_SECTION = 0.1;

/** The best `count` sentences that do not repeat each other (maximal marginal relevance), in page order. */
export function pickSentences(scored: readonly Scored[], count: number): Scored[] {
  const open = new Map(scored.map((sentence, i) => [i, sentence.score]));
  const chosen: number[] = [];
  const base = scored.map(() => 0);
  while (chosen.length < count && open.size > 0) {
    let best = -1;
    let value = -Infinity;
    for (const [i, worth] of open) {
      if (worth > value) [best, value] = [i, worth];
    }
    const pick = scored[best];
    if (!pick) break;
    open.delete(best);
    chosen.push(best);
    for (const [i] of open) {
      const other = scored[i];
      if (!other) continue;
      const cost = Math.max(base[i] ?? 0, REDUNDANCY * similarity(other.vector, pick.vector) + (other.block === pick.block ? SAME_BLOCK : 0) + (other.section === pick.section ? SAME_SECTION : 0));
      base[i] = cost;
      open.set(i, other.score - cost);
    }
  }
  return chosen.sort((a, b) => a - b).flatMap((i) => scored[i] ?? []);
}
