/** Items that are worked on at a time. */
const AT_A_TIME = 3;

/**
 * Does the work for each item, `atATime` at a time (three), begun in their order. Work that gives `stop` ends the rest: what is under
 * way gets an aborted signal, and what it throws then is not heard. Throws what any other work throws.
 */
export async function inParallel<T>(items: readonly T[], signal: AbortSignal, work: (item: T, signal: AbortSignal) => Promise<'stop' | void>, atATime = AT_A_TIME): Promise<void> {
  const stopping = new AbortController();
  const either = AbortSignal.any([signal, stopping.signal]);
  let next = 0;
  const takeTurns = async () => {
    while (next < items.length && !stopping.signal.aborted) {
      const item = items[next++] as T;
      try {
        if ((await work(item, either)) === 'stop') stopping.abort();
      } catch (thrown) {
        if (stopping.signal.aborted && !signal.aborted) return;
        stopping.abort();
        throw thrown;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, takeTurns));
}
