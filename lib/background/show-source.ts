import { browser } from 'wxt/browser';
import type { Run } from '~/lib/shared/run';
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
  const at = findPlace(live.run, source, tabId);
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

/** Where a source stands: in one of several documents, in the only one that was attached, else in the tab of the conversation. */
function findPlace({ page, read, request }: Run, { documentId }: PassageSource, tabId: number): { url: string; tabId: number } {
  const document = read?.documents?.find(({ id }) => id === documentId);
  if (document) return { url: document.url, tabId: document.tabId ?? tabId };
  const attached = request.task === 'ask' && request.source.kind === 'none' ? (request.attachments ?? []) : [];
  const only = attached.find((each) => each.kind === 'tab' && withoutHash(each.url) === withoutHash(page.url));
  return { url: page.url, tabId: only?.kind === 'tab' ? only.tabId : tabId };
}
