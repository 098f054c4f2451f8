import { giveWay } from '~/lib/shared/turns';
import { original } from './unclobbered';

/**
 * Work in slices: a huge page must stay responsive while it is read. A page of usual size never reaches the end
 * of its first slice and is read without any wait.
 */
export interface Slices {
  /** The current slice has used its time: call `next`, or stop if `isOutOfTime`. */
  isOver(): boolean;
  isOutOfTime(): boolean;
  /** Lets the page run, then starts a new slice. */
  next(): Promise<void>;
}

const SLICE_MILLIS = 40;

export function createSlices(document: Document, maxMillis: number): Slices {
  const end = performance.now() + maxMillis;
  let sliceEnd = performance.now() + SLICE_MILLIS;
  return {
    isOver: () => performance.now() > sliceEnd,
    isOutOfTime: () => performance.now() > end,
    async next() {
      await yieldToPage(document);
      sliceEnd = performance.now() + SLICE_MILLIS;
    },
  };
}

declare const scheduler: { yield?: () => Promise<void> } | undefined;

/**
 * The page's own timers run in between. Where scripts are switched off no callback ever runs, and `scheduler.yield` goes
 * on without one (but ahead of the page's timers).
 */
function yieldToPage(document: Document): Promise<void> {
  if (!runsCallbacks(document) && typeof scheduler !== 'undefined' && scheduler.yield) return scheduler.yield();
  return giveWay();
}

/** Calling a filter is refused at once where scripts are switched off. */
function runsCallbacks(document: Document): boolean {
  try {
    document.createTreeWalker(original(document), 1 /* elements */, () => 1 /* accept */).nextNode();
    return true;
  } catch {
    return false;
  }
}
