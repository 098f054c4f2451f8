import type { browser } from 'wxt/browser';

declare global {
  /** What functions that run inside a page of the extension find there. */
  const chrome: typeof browser;
}
