import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';

/** Which thread a tab shows. Kept for the browser's session only: tab ids mean nothing in the next. */
const TabThread = z.object({
  threadId: z.string(),
  /** The reader took it out of the history: the tab may show another page than it is about. */
  opened: z.optional(z.boolean()),
});
export type TabThread = z.infer<typeof TabThread>;

const KEY = 'threadOfTab:';

export async function readTabThread(tabId: number): Promise<TabThread | undefined> {
  const key = KEY + tabId;
  return TabThread.safeParse((await browser.storage.session.get(key))[key]).data;
}

export async function keepTabThread(tabId: number, entry: TabThread): Promise<void> {
  await browser.storage.session.set({ [KEY + tabId]: entry });
}

export async function forgetTabThread(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + tabId);
}

/** All of them. */
export async function listTabThreads(): Promise<{ tabId: number; threadId: string }[]> {
  const items = await browser.storage.session.get(null);
  return Object.entries(items).flatMap(([key, value]) => {
    const entry = key.startsWith(KEY) ? TabThread.safeParse(value).data : undefined;
    return entry ? [{ tabId: Number(key.slice(KEY.length)), threadId: entry.threadId }] : [];
  });
}
