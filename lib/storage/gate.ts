/** Lets works go on side by side, and one at a time that must be alone. No work may ask for another while it goes on: the one might wait for the other. */
export class Gate {
  readonly #going = new Set<Promise<unknown>>();
  #alone: Promise<unknown> | undefined;

  async share<T>(work: () => Promise<T>): Promise<T> {
    while (this.#alone) await this.#alone;
    const going = work();
    this.#going.add(going);
    try {
      return await going;
    } finally {
      this.#going.delete(going);
    }
  }

  /** Once all that goes on has ended; what comes after it waits. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#alone) await this.#alone;
    const working = Promise.allSettled(this.#going).then(work);
    this.#alone = working.catch(() => undefined);
    try {
      return await working;
    } finally {
      this.#alone = undefined;
    }
  }
}
