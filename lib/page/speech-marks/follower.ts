import type { Follow } from '~/lib/shared/reader-jobs';
import { type Box, frameOf } from '../pictures/frames';
import { planScroll } from './scroll-plan';

/** Milliseconds that a smooth scroll of our own may take; `scrollend` mostly tells earlier. */
const OWN_SCROLL = 1_500;
/** Milliseconds after a scroll of the reader's (and after what they did to scroll) in which the page is not moved: their hand is still on the wheel. */
const HANDS_OFF = 600;
/** Lines of a passage that are looked at to tell whether any is in sight. */
const MOST_LINES = 30;

/**
 * Scrolls along with what is read, unless the reader has scrolled away: until none of the passage's first `MOST_LINES`
 * lines was in sight, be it by wheel, finger, key or scroll bar. As soon as one is in sight again, it scrolls along again.
 */
export class Follower {
  readonly #watched = new Map<Node, AbortController>();
  #ranges: readonly Range[] = [];
  #isAway = false;
  /** Until when scrolling is our own doing. */
  #ownUntil = 0;
  #inputAt = -Infinity;
  #scrolledAt = -Infinity;
  #corrects = false;

  /** Goes to a passage, as far as `follow` says so. */
  follow(ranges: readonly Range[], follow: Follow): void {
    this.#ranges = ranges;
    if (follow === 'off') return;
    for (const range of ranges) this.#watch(range.startContainer);
    if (follow === 'go') this.#isAway = false;
    else if (this.#isAway || performance.now() - this.#scrolledAt < HANDS_OFF) this.#isAway = !this.#isInSight();
    if (!this.#isAway) this.#corrects = this.#scroll();
  }

  /** Goes to a word of the passage: one that is taller than the window, or whose line is long. */
  followWord(word: readonly Range[], follow: Follow): void {
    const [range] = word;
    const now = performance.now();
    if (follow !== 'off' && !this.#isAway && range && now > this.#ownUntil && now - this.#scrolledAt > HANDS_OFF) this.#scroll(range);
  }

  close(): void {
    for (const watching of this.#watched.values()) watching.abort();
    this.#watched.clear();
    this.#ranges = [];
  }

  #scroll(range = this.#ranges[0]): boolean {
    const element = range?.startContainer.parentElement;
    if (!range || !element) return false;
    const steps = planScroll(element, range.getBoundingClientRect());
    if (steps.length === 0) return false;
    const still = element.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#ownUntil = performance.now() + OWN_SCROLL;
    for (const { scroller, left, top } of steps) scroller.scrollTo({ left, top, behavior: still ? 'instant' : 'smooth' });
    return true;
  }

  #isInSight(): boolean {
    for (const range of this.#ranges) {
      const element = range.startContainer.parentElement;
      if (element && [...range.getClientRects()].slice(0, MOST_LINES).some((line) => isInSight(element, line))) return true;
    }
    return false;
  }

  #watch(node: Node): void {
    for (let at: Node | null = node; at; ) {
      const root: Node = at.getRootNode();
      this.#listen(root);
      at = 'host' in root ? (root as ShadowRoot).host : frameOf(root as Document);
    }
  }

  /** Scrolling is told within each tree only. */
  #listen(root: Node): void {
    if (this.#watched.has(root)) return;
    const watching = new AbortController();
    this.#watched.set(root, watching);
    const options = { signal: watching.signal, capture: true, passive: true };
    root.addEventListener('scroll', () => this.#onScroll(), options);
    root.addEventListener('scrollend', () => this.#onScrollEnd(), options);
    // Any of these ends a smooth scroll: what moves after them is the reader's doing.
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      root.addEventListener(type, ({ isTrusted }) => {
        if (!isTrusted) return;
        this.#ownUntil = 0;
        this.#inputAt = performance.now();
      }, options);
  }

  #onScroll(): void {
    const now = performance.now();
    if (now < this.#ownUntil) return;
    if (now - this.#inputAt < HANDS_OFF) this.#scrolledAt = now;
    this.#isAway = !this.#isInSight();
  }

  #onScrollEnd(): void {
    const isOwn = performance.now() < this.#ownUntil;
    this.#ownUntil = 0;
    // A header may have come in, or the page have grown, on the way.
    if (isOwn && this.#corrects) this.#scroll();
    this.#corrects = false;
  }
}

function isInSight(element: Element, { left, top, right, bottom }: Box): boolean {
  return planScroll(element, { left, top, right, bottom }).length === 0;
}
