import { browser } from 'wxt/browser';
import type { PassageSource } from '~/lib/shared/source';
import { getTab, withoutHash } from './read-tab';
import { runReader } from './pictures/run-reader';
import type { Threads } from './threads';

/** Leads the reader to the words that a mark of an answer stands for, in the tab: `elsewhere` when that shows another page than the answer is about. */
export async function showSource(threads: Threads, { tabId, runId, n }: { tabId: number; runId: string; n: number }): Promise<{ outcome: 'shown' | 'gone' | 'elsewhere' }> {
  const { live } = await threads.findRun(runId);
  const source = live.run.sources?.find((each): each is PassageSource => each.kind === 'passage' && each.n === n);
  if (!source?.holds) return { outcome: 'gone' };
  const { url } = await getTab(tabId);
  const { page } = live.run;
  if (withoutHash(url) !== withoutHash(page.url)) return { outcome: 'elsewhere' };
  if (source.page !== undefined) {
    // The browser's viewer of documents goes to a page by its address, and tells nobody what it shows.
    await browser.tabs.update(tabId, { url: `${withoutHash(page.url)}#page=${source.page}` });
    return { outcome: 'shown' };
  }
  return { outcome: (await runReader(tabId, 'showPassage', { text: source.quote })) ? 'shown' : 'gone' };
}
