import { findPassage } from '../find-passage';
import { Follower } from './follower';
import { Highlights } from './highlights';
import { PassageFocus } from './passage-focus';

/** Milliseconds a passage stays marked. */
const SHOWN = 6_000;

/** A passage that the reader asked to be led to: scrolled into sight and marked for some seconds, with the reader's place at it. */
export class ShownPassage {
  readonly #highlights = new Highlights();
  readonly #follower = new Follower();
  readonly #focus = new PassageFocus();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether the text stands in the page; another that was shown before is so no more. */
  show(document: Document, text: string): boolean {
    this.#unmark();
    this.#focus.close();
    const range = findPassage(document, { text });
    if (!range) return false;
    // Where this browser cannot mark (Firefox before 140), it is scrolled to all the same.
    this.#highlights.show('passage', [range]);
    this.#focus.go(range);
    this.#follower.follow([range], 'go');
    this.#timer = setTimeout(() => this.#unmark(), SHOWN);
    return true;
  }

  #unmark(): void {
    clearTimeout(this.#timer);
    this.#follower.close();
    this.#highlights.close();
  }
}
