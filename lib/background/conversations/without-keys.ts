/** Shorter ones are no secrets (a local server takes any word) and stand in ordinary text. */
const SHORTEST_KEY = 8;

/**
 * A copy in which no text holds any of the keys. None should be in a conversation, but a reader may have pasted one into a
 * question, or a page may show it.
 */
export function withoutKeys<T>(value: T, keys: readonly string[]): T {
  // The longest first: one may be the beginning of another.
  const secrets = keys.filter((key) => key.length >= SHORTEST_KEY).sort((a, b) => b.length - a.length);
  return secrets.length > 0 ? (replaceIn(value, secrets) as T) : value;
}

function replaceIn(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), value);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [replaceIn(name, secrets), replaceIn(item, secrets)]));
}
