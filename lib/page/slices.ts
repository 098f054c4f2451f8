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

export function createSlices(maxMillis: number): Slices {
  const end = performance.now() + maxMillis;
  let sliceEnd = performance.now() + SLICE_MILLIS;
  return {
    isOver: () => performance.now() > sliceEnd,
    isOutOfTime: () => performance.now() > end,
    async next() {
      await yieldToPage();
      sliceEnd = performance.now() + SLICE_MILLIS;
    },
  };
}

declare const scheduler: { yield?: () => Promise<void> } | undefined;

/**
 * `scheduler.yield` where there is one: it goes on even in a document whose scripts are switched off, where no
 * callback runs. Else a message channel, which turns around at once; nested timers wait for 4 ms, or for 1 s in a
 * background tab.
 */
function yieldToPage(): Promise<void> {
  if (typeof scheduler !== 'undefined' && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}
