/**
 * Milliseconds a server asks to wait: `Retry-After` as seconds or as a date (RFC 9110, section 10.2.3), or OpenAI's
 * `retry-after-ms`. `undefined` when it says nothing that can be understood.
 */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1_000 : undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Wait before attempt `retry` (0 for the first retry): doubled each time, and spread so that clients do not return in step. */
export function backOff(retry: number, base: number, random = Math.random()): number {
  return base * 2 ** retry * (0.5 + random / 2);
}
