/** How a model is asked to search the web (contract section 11). */
export type WebSearch = 'search_mode' | 'enable_search';

/** Perplexity's models, and those of Alibaba that are listed with search; ids of servers that pass them on have a vendor before them. */
const WAYS: readonly [RegExp, WebSearch][] = [
  [/^sonar(?:-(?:pro|reasoning|reasoning-pro|deep-research))?$/, 'search_mode'],
  [/^qwen3\.6-(?:flash|plus|max-preview)$/, 'enable_search'],
];

/** How the model searches the web; undefined for one that is not known to. Models that were withdrawn are not among them. */
export function webSearchOf(id: string): WebSearch | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  return WAYS.find(([pattern]) => pattern.test(name))?.[1];
}
