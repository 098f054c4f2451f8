import { findPassage } from '../find-passage';
import { Follower } from './follower';
import { Highlights } from './highlights';

/** Milliseconds a passage stays marked. */
const SHOWN = 6_000;

/** A passage that the reader asked to be led to: scrolled into sight and marked for some seconds. The page itself is not changed. */
export class ShownPassage {
  readonly #highlights = new Highlights();
  readonly #follower = new Follower();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether the text stands in the page; another that was shown before is so no more. */
  show(document: Document, text: string): boolean {
    this.close();
    const range = findPassage(document, { text });
    if (!range) return false;
    // Where this browser cannot mark (Firefox before 140), it is scrolled to all the same.
    this.#highlights.show('passage', [range]);
    this.#follower.follow([range], 'go');
    this.#timer = setTimeout(() => this.close(), SHOWN);
    return true;
  }

  /** Leaves nothing behind. */
  close(): void {
    clearTimeout(this.#timer);
    this.#follower.close();
    this.#highlights.close();
  }
}
