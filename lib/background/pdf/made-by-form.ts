import { browser } from 'wxt/browser';

/** How the document that a tab shows has come there: `unknown` where Docent may not ask. */
export type Origin = 'address' | 'form' | 'unknown';

/**
 * Whether a tab shows what its address gives, or the answer to a form that was sent: then the address gives something else, or
 * nothing, and loading it again would send the form again, unasked when an extension does it. Only Chromium tells.
 */
export async function findOrigin(tabId: number): Promise<Origin> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, func: readNavigation }).catch(() => []);
  const type: unknown = injected[0]?.result;
  if (typeof type !== 'string') return 'unknown';
  return /^(?:FormSubmitted|Resubmitted)$/.test(type) ? 'form' : 'address';
}

/** Runs in the tab. Nothing else there tells how it was navigated (https://developer.chrome.com/blog/chrome-loadtimes-deprecated). */
function readNavigation(): string | undefined {
  return (globalThis as { chrome?: { loadTimes?: () => { navigationType?: string } } }).chrome?.loadTimes?.().navigationType;
}
