/** Work that several ask for and that is done once. It is given up when everyone who waits for it has been stopped. */
export class SharedWork<T> {
  #work: Promise<T> | undefined;
  #stopping = new AbortController();
  #waiting = 0;

  /** @throws the signal's reason once it aborts, and what the work throws */
  async take(signal: AbortSignal, begin: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const work = (this.#work ??= begin(this.#stopping.signal));
    this.#waiting++;
    const done = new AbortController();
    let isSettled = false;
    try {
      return await Promise.race([
        work.finally(() => (isSettled = true)),
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: done.signal })),
      ]);
    } finally {
      done.abort();
      // Whoever comes later begins it anew.
      if (--this.#waiting === 0 && !isSettled) {
        this.#stopping.abort();
        this.#stopping = new AbortController();
        this.#work = undefined;
        work.catch(() => undefined);
      }
    }
  }
}
