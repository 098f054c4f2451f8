import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Pixels within which the reader counts as being at the end. */
const NEAR = 32;

export interface FollowEnd {
  /** What scrolls: an element of its own, or the whole page. */
  scroller: RefObject<HTMLElement | null> | 'page';
  /** What grows inside of it. */
  content: RefObject<HTMLElement | null>;
  /** Nothing is followed while this is false. */
  enabled: boolean;
}

/**
 * Keeps a growing list at its end while the reader is there, and leaves it alone once they scroll away. What arrives
 * in one piece is shown from its beginning. Sizes are read after layout only, so that following costs no reflow.
 */
export function useFollowEnd({ scroller, content, enabled }: FollowEnd) {
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const find = useCallback(() => (scroller === 'page' ? document.scrollingElement : scroller.current), [scroller]);

  useEffect(() => {
    const outer = find();
    const inner = content.current;
    if (!outer || !inner || !enabled) return undefined;
    let last = outer.scrollTop;
    const isNear = () => outer.scrollHeight - outer.scrollTop - outer.clientHeight <= NEAR;
    let height = 0;
    const onGrown = () => {
      const grown = outer.scrollHeight - height;
      height += grown;
      if (!following.current) return;
      // More than a screen at once did not grow before the reader's eyes: it is read from its beginning.
      if (grown > outer.clientHeight) {
        inner.lastElementChild?.scrollIntoView({ block: 'start' });
        following.current = isNear();
      } else {
        outer.scrollTop = outer.scrollHeight;
      }
      last = outer.scrollTop;
    };
    // Only a move upwards is the reader's: the text may have grown since the last move to the end.
    const onScroll = () => {
      const top = outer.scrollTop;
      if (top < last || !following.current) {
        following.current = isNear();
        setAtEnd(following.current);
      }
      last = top;
    };
    const observer = new ResizeObserver(onGrown);
    observer.observe(inner);
    observer.observe(outer);
    // The page's own scrolling is told to the document only.
    const teller = scroller === 'page' ? document : outer;
    teller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      teller.removeEventListener('scroll', onScroll);
    };
  }, [find, scroller, content, enabled]);

  /** Goes to the end and follows it from there. */
  const follow = useCallback(() => {
    following.current = true;
    setAtEnd(true);
    const outer = find();
    if (outer) outer.scrollTop = outer.scrollHeight;
  }, [find]);

  return { atEnd, follow };
}
