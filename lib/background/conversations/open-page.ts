import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { webOrigin } from '~/lib/shared/url';
import type { ThreadControl } from '../thread-control';
import type { Threads } from '../threads';

/** Opens the page of a tab's conversation in a tab of its own, beside it the conversation. Throws `page-forbidden` for what is no web page. */
export async function openConversationPage(threads: Threads, shown: ThreadControl, tabId: number): Promise<void> {
  const thread = await threads.ofTab(tabId);
  const url = thread.path.at(-1)?.run.page.url ?? '';
  // It may come from an imported file: nothing but the web is opened.
  if (!webOrigin(url)) throw new AppError('page-forbidden');
  const { windowId, index } = await browser.tabs.get(tabId);
  const tab = await browser.tabs.create({ url, ...(windowId === undefined ? {} : { windowId }), index: index + 1 });
  if (tab.id !== undefined) await shown.open(tab.id, thread.id, true);
}
