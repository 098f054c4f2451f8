import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Pixels within which the reader counts as being at the end. */
const NEAR = 32;

/**
 * Keeps a growing list at its end while the reader is there, and leaves it alone once they scroll away.
 * `content` is what grows inside `scroller`. Does nothing while not `enabled`.
 * Sizes are read after layout only, so that following costs no reflow.
 */
export function useFollowEnd(scroller: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>, enabled: boolean) {
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  useEffect(() => {
    const outer = scroller.current;
    const inner = content.current;
    if (!outer || !inner || !enabled) return undefined;
    let last = outer.scrollTop;
    const isNear = () => outer.scrollHeight - outer.scrollTop - outer.clientHeight <= NEAR;
    const toEnd = () => {
      if (!following.current) return;
      outer.scrollTop = outer.scrollHeight;
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
    const observer = new ResizeObserver(toEnd);
    observer.observe(inner);
    observer.observe(outer);
    outer.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content, enabled]);

  /** Goes to the end and follows it from there. */
  const follow = useCallback(() => {
    following.current = true;
    setAtEnd(true);
    const outer = scroller.current;
    if (outer) outer.scrollTop = outer.scrollHeight;
  }, [scroller]);

  return { atEnd, follow };
}
