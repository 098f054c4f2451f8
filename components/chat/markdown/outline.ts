/** Level of an answer's topmost headings: the panel's title is h1, what is around the answer h2. */
const TOP = 3;

/**
 * Fits an answer's headings into the panel's outline: whatever level the model begins with becomes `TOP`, and no
 * level is skipped on the way down. Depends on what came before only, so that a growing answer's headings stay.
 */
export class Outline {
  #first = 0;
  #last = TOP - 1;

  level(depth: number): number {
    if (this.#first === 0) this.#first = depth;
    const wanted = Math.max(TOP, TOP + depth - this.#first);
    this.#last = Math.min(6, wanted, this.#last + 1);
    return this.#last;
  }

  copy(): Outline {
    const copy = new Outline();
    copy.#first = this.#first;
    copy.#last = this.#last;
    return copy;
  }
}
