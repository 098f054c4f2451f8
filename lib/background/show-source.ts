import { browser } from 'wxt/browser';
import type { PassageSource } from '~/lib/shared/source';
import { leadToPage } from './pdf/lead-to-page';
import { getTab, withoutHash } from './read-tab';
import { runReader } from './pictures/run-reader';
import type { Threads } from './threads';

/** Leads the reader to the words that a mark of an answer stands for, in the tab: `elsewhere` when that shows another page than the answer is about, `page` where only the page of the document can be named. */
export async function showSource(threads: Threads, { tabId, runId, n }: { tabId: number; runId: string; n: number }): Promise<{ outcome: 'shown' | 'gone' | 'elsewhere' | 'page' }> {
  const { live } = await threads.findRun(runId);
  const source = live.run.sources?.find((each): each is PassageSource => each.kind === 'passage' && each.n === n);
  if (!source?.holds) return { outcome: 'gone' };
  const { page, read } = live.run;
  const document = read?.documents?.find(({ id }) => id === source.documentId);
  const at = { url: document?.url ?? page.url, tabId: document?.tabId ?? tabId };
  const { url, windowId } = await getTab(at.tabId);
  if (!at.url || withoutHash(url) !== withoutHash(at.url)) return { outcome: 'elsewhere' };
  // The reader is led into the other tab, too, and into its window.
  if (at.tabId !== tabId) {
    await browser.tabs.update(at.tabId, { active: true });
    if (windowId !== undefined && windowId !== (await getTab(tabId)).windowId) await browser.windows.update(windowId, { focused: true });
  }
  if (source.page !== undefined) {
    return { outcome: (await leadToPage(at.tabId, at.url, source.page)) ? 'shown' : 'page' };
  }
  return { outcome: (await runReader(at.tabId, 'showPassage', { text: source.quote })) ? 'shown' : 'gone' };
}
