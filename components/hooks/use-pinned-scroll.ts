import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Pixels within which the reader counts as being at the end. */
const NEAR = 32;

export interface PinnedScroll {
  /** What scrolls: an element of its own, or the whole page. */
  scroller: RefObject<HTMLElement | null> | 'page';
  /** What grows inside of it. */
  content: RefObject<HTMLElement | null>;
  /** `end`: what grows is followed. `start`: the last part (a whole page: all of it) is shown from its beginning. */
  pin: 'start' | 'end';
}

/**
 * Holds a growing list at its end (or at the beginning of its last part) until the reader scrolls away, then leaves it
 * alone; a reader who comes back to the end follows it again. Sizes are read after layout only, so that this costs no
 * reflow.
 */
export function usePinnedScroll({ scroller, content, pin }: PinnedScroll) {
  const pinned = useRef(true);
  const last = useRef(0);
  const [atEnd, setAtEnd] = useState(true);
  const find = useCallback(() => (scroller === 'page' ? document.scrollingElement : scroller.current), [scroller]);

  const hold = useCallback(() => {
    const outer = find();
    if (!outer || !pinned.current) return;
    if (pin === 'end') outer.scrollTop = outer.scrollHeight;
    else if (scroller === 'page') outer.scrollTop = 0; // What stands above the list, such as the jobs, stays in sight.
    else content.current?.lastElementChild?.scrollIntoView({ block: 'start' });
    last.current = outer.scrollTop;
  }, [find, scroller, content, pin]);

  useEffect(() => {
    const outer = find();
    const inner = content.current;
    if (!outer || !inner) return undefined;
    const isNear = () => outer.scrollHeight - outer.scrollTop - outer.clientHeight <= NEAR;
    // At the end, only a move upwards is the reader's: the text may have grown since it was held there.
    const onScroll = () => {
      const top = outer.scrollTop;
      const moved = pin === 'end' ? top < last.current : Math.abs(top - last.current) > 1;
      last.current = top;
      if (!moved && pinned.current) return;
      const near = isNear();
      pinned.current = pin === 'end' && near;
      setAtEnd(near);
    };
    const observer = new ResizeObserver(hold);
    observer.observe(inner);
    observer.observe(outer);
    // The page's own scrolling is told to the document only.
    const teller = scroller === 'page' ? document : outer;
    teller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      teller.removeEventListener('scroll', onScroll);
    };
  }, [find, hold, scroller, content, pin]);

  /** Pins the list again. */
  const repin = useCallback(() => {
    pinned.current = true;
    setAtEnd(true);
    hold();
  }, [hold]);

  /** Leaves the list where it is. */
  const release = useCallback(() => {
    pinned.current = false;
  }, []);

  return { atEnd, repin, release };
}
