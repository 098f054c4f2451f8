import { findPassage } from '../find-passage';
import { Follower } from './follower';
import { Highlights } from './highlights';
import { PassageFocus } from './passage-focus';

/** Milliseconds a passage stays marked. */
const SHOWN = 6_000;

/** A passage that is told by its beginning and its end, with an ellipsis between them; by one of them where the page has lost the other. */
function findEnds(document: Document, text: string): Range | null {
  const parts = text.split(' … ');
  if (parts.length < 2) return null;
  const start = findPassage(document, { text: parts[0] ?? '' });
  const end = findPassage(document, { text: parts.at(-1) ?? '' });
  if (!start || !end) return start ?? end;
  const isBehind = start.startContainer.getRootNode() === end.endContainer.getRootNode() && start.compareBoundaryPoints(Range.START_TO_START, end) <= 0;
  if (isBehind) start.setEnd(end.endContainer, end.endOffset);
  return start;
}

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
    const range = findPassage(document, { text }) ?? findEnds(document, text);
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
