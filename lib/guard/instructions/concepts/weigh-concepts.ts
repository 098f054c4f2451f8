import { CONCEPTS, type Concept } from './concept';
import { NEEDED_FEATURES, TOGETHER, type Feature } from './weights';

const NAMED = 1 << CONCEPTS.length;
const bitOf = (feature: Feature) => (feature === 'named' ? NAMED : 1 << CONCEPTS.indexOf(feature satisfies Concept));
const bitsOf = (features: readonly Feature[]) => features.reduce((bits, feature) => bits | bitOf(feature), 0);
const WEIGHTS = TOGETHER.map(([features, weight]) => [bitsOf(features), weight] as const);
const NEEDED = NEEDED_FEATURES.map(bitsOf);

/** How much concepts weigh, in the language in which they weigh most. @param languages see `readConcepts` */
export function weighConcepts(languages: Uint32Array, named: boolean): number {
  let most = 0;
  for (const concepts of languages) {
    const bits = named ? concepts | NAMED : concepts;
    if (concepts === 0 || NEEDED.some((need) => (bits & need) === 0)) continue;
    let sum = 0;
    for (const [together, weight] of WEIGHTS) if ((bits & together) === together) sum += weight;
    most = Math.max(most, sum);
  }
  return most;
}
