import type { Usage } from '~/lib/shared/chat';

/** Several requests cost what all of them cost. */
export function addUsage(before: Usage | undefined, now: Usage | undefined): Usage | undefined {
  if (!before || !now) return now ?? before;
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<keyof Usage>;
  return Object.fromEntries([...keys].map((key) => [key, (before[key] ?? 0) + (now[key] ?? 0)]));
}
