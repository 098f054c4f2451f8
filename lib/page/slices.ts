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
 * A message channel turns around at once and lets the page's own timers run in between; nested timers would wait for
 * 4 ms, or for 1 s in a background tab. Where scripts are switched off no callback ever runs, and `scheduler.yield`
 * goes on without one (but ahead of the page's timers).
 */
function yieldToPage(document: Document): Promise<void> {
  if (!runsCallbacks(document) && typeof scheduler !== 'undefined' && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
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
