import { browser } from 'wxt/browser';

/** Chromium ends a worker 30 s after the last event; neither a pending `fetch` nor an open Port counts as one. */
const INTERVAL = 18_000;

const reasons = new Set<object>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the background alive while `work` is under way, by calling an extension API now and then. */
export async function keepAliveDuring<T>(work: Promise<T>): Promise<T> {
  const reason = {};
  reasons.add(reason);
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), INTERVAL);
  try {
    return await work;
  } finally {
    reasons.delete(reason);
    if (reasons.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
