import { browser } from 'wxt/browser';

/** Names the document that the tab shows now; undefined when Docent may not enter it. The ids of pictures hold for one document. */
export async function identifyDocument(tabId: number): Promise<string | undefined> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: readTimeOrigin }).catch(() => []);
  const [ran] = injected;
  if (!ran) return undefined;
  // Firefox names no documents; no two of one tab begin in the same microsecond.
  return ran.documentId ?? String(ran.result);
}

/** Runs in the page. */
function readTimeOrigin(): number {
  return performance.timeOrigin;
}
