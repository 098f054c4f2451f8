/** Milliseconds after which the work is done all the same: a covered window may get no frame. */
const PATIENCE = 100;

/** Calls `work`, which may only begin to load something, with the first paint of what the document itself holds: the reader sees that before any script runs. */
export function withFirstPaint(work: () => void): void {
  if (document.hidden) return work();
  let frame = 0;
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, PATIENCE);
  // The frame is painted right after its callbacks: what work only begins, a script to be loaded, comes behind it.
  frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    work();
  });
}
