/** Milliseconds between two drawings of a growing answer: still smooth, and a third of the work of every frame. */
const PAUSE = 48;
/** Hidden pages get no animation frames. */
const HIDDEN_PAUSE = 500;

/** Calls `work` in an animation frame some time after it was asked to, however often that was; by timer in a hidden page. */
export class FrameSchedule {
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #last = 0;

  constructor(work: () => void) {
    this.#work = work;
  }

  request(): void {
    if (this.#timer !== undefined) return;
    const pause = Math.max(0, this.#last + PAUSE - performance.now());
    if (document.hidden) {
      this.#timer = setTimeout(() => this.run(), HIDDEN_PAUSE);
      return;
    }
    this.#timer = setTimeout(() => {
      this.#frame = requestAnimationFrame(() => this.run());
      // The page may be hidden before the frame comes.
      this.#timer = setTimeout(() => this.run(), HIDDEN_PAUSE);
    }, pause);
  }

  /** Does the work now instead. */
  run(): void {
    this.cancel();
    this.#last = performance.now();
    this.#work();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#timer = undefined;
    this.#frame = undefined;
  }
}
