/** A silence that can be held, and lasts the less the higher the speed. */
export class Pause {
  readonly #done: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds that are left, at speed 1. */
  #left: number;
  #rate: number;
  #since = 0;

  /** `length` in milliseconds at speed 1. */
  constructor(length: number, rate: number, done: () => void) {
    this.#left = length;
    this.#rate = rate;
    this.#done = done;
    this.release();
  }

  hold(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left = Math.max(0, this.#left - (performance.now() - this.#since) * this.#rate);
  }

  release(): void {
    if (this.#timer !== undefined) return;
    this.#since = performance.now();
    this.#timer = setTimeout(this.#done, this.#left / this.#rate);
  }

  tune(rate: number): void {
    const isRunning = this.#timer !== undefined;
    this.hold();
    this.#rate = rate;
    if (isRunning) this.release();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
