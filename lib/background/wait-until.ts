/** Waits until the time has come; it may be put off meanwhile. Throws the signal's reason when that aborts. */
export async function waitUntil(time: () => number, signal: AbortSignal): Promise<void> {
  for (let left; (left = time() - Date.now()) > 0; ) await pause(left, signal);
  signal.throwIfAborted();
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const timer = setTimeout(() => {
      done.abort();
      resolve();
    }, millis);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { signal: done.signal, once: true });
  });
}
