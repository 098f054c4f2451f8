import type { VNode } from 'preact';

const SMALL = 4_096;
const GROWTH = 1.125;

/**
 * Draws a text that grows at its end. A long one is read again only when it has grown by an eighth, which keeps the
 * sum of all readings proportional to its length; what came since is shown as it is.
 */
export class Provisional {
  #length = 0;
  #nodes: VNode[] = [];

  draw(source: string, render: (source: string) => VNode[]): VNode[] {
    const grown = source.length - this.#length;
    const due = source.length < SMALL || grown < 0 || source.length > this.#length * GROWTH || this.#length === 0;
    if (due) {
      this.#length = source.length;
      this.#nodes = render(source);
      return this.#nodes;
    }
    return grown === 0 ? this.#nodes : [...this.#nodes, <p key="pending">{source.slice(this.#length)}</p>];
  }

  /** Forgets the text: another one begins. */
  reset(): void {
    this.#length = 0;
    this.#nodes = [];
  }
}
