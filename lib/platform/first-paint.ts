/** Milliseconds after which the work is done all the same: a covered window may get no frame. */
const PATIENCE = 100;

/** Calls `work` once what the document itself holds has been painted: the reader sees something before any script runs. */
export function afterFirstPaint(work: () => void): void {
  if (document.hidden) return work();
  let frame = 0;
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, PATIENCE);
  // The frame is painted after its callbacks, and before the next task.
  frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(work);
  });
}
