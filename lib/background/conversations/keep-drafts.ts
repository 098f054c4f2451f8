import { browser } from 'wxt/browser';
import { DRAFT_KEY, PRIVATE_DRAFT_KEY } from '~/lib/shared/draft-key';
import { z } from '~/lib/shared/zod';
import { dropDraft, findLostDraft, forgetDrafts, keepDraft, readDraft } from '~/lib/storage/drafts';
import { getSettings } from '~/lib/storage/settings';
import { listTabThreads } from '~/lib/storage/tab-threads';
import { getTab, withoutHash } from '../read-tab';
import { isIncognito } from '../run-tab';

/**
 * Windows write drafts to `storage.session`, where they are at once for every window, and which ends with the browser. From there
 * they come into the database, unless history is off. What is written in a private window has a key of its own, and is none of this.
 */

/** Drafts that have changed and are yet to be kept, the newest of each thread; undefined: there is none any more. */
const changed = new Map<string, string | undefined>();
let keeping: Promise<void> = Promise.resolve();

/** Follows what windows write. Registers its listener before it returns. */
export function keepDrafts(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (key.startsWith(DRAFT_KEY)) note(key.slice(DRAFT_KEY.length), z.string().safeParse(newValue).data);
    }
  });
}

/** One after the other, so that what was written last is what stays. */
function note(threadId: string, text: string | undefined): void {
  changed.set(threadId, text);
  keeping = keeping.then(() => keepChanged(threadId)).catch((thrown: unknown) => console.warn('The draft is not kept.', thrown));
}

async function keepChanged(threadId: string): Promise<void> {
  if (!changed.has(threadId)) return;
  const text = changed.get(threadId);
  changed.delete(threadId);
  if (!text) return dropDraft(threadId);
  if (!(await getSettings()).settings.history.on) return dropDraft(threadId);
  const [first] = await tabsOf(threadId, false);
  // Without a tab the page that it was written beside is not known.
  if (!first) return;
  await keepDraft({ threadId, text, url: withoutHash((await getTab(first.tabId)).url), keptAt: Date.now() });
}

/** The draft of a thread that comes out of the history is there again, also when the browser has ended since. */
export async function restoreDraft(threadId: string): Promise<void> {
  await keeping;
  const key = DRAFT_KEY + threadId;
  if ((await browser.storage.session.get(key))[key]) return;
  const draft = await readDraft(threadId);
  if (draft) await browser.storage.session.set({ [key]: draft.text });
}

/** A new thread takes over what was written beside the same page and never sent, in a tab or a browser that is gone. */
export async function adoptDraft(tabId: number, threadId: string): Promise<void> {
  await keeping;
  const tab = await getTab(tabId);
  if (tab.incognito) return;
  const shown = new Set((await listTabThreads()).map((each) => each.threadId));
  const ofSession = new Set(Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(DRAFT_KEY)).map((key) => key.slice(DRAFT_KEY.length)));
  const draft = await findLostDraft(withoutHash(tab.url), shown, ofSession);
  if (!draft) return;
  await keepDraft({ ...draft, threadId });
  await browser.storage.session.set({ [DRAFT_KEY + threadId]: draft.text });
  await forgetDrafts([draft.threadId]);
  await dropDraft(draft.threadId);
}

/** A tab shows the thread no more: what was written of it in private windows goes with the last of them. */
export async function leaveDraft(threadId: string): Promise<void> {
  if ((await tabsOf(threadId, true)).length === 0) await browser.storage.session.remove(PRIVATE_DRAFT_KEY + threadId);
}

/** The tabs that show a thread: those of private windows, or the others. */
async function tabsOf(threadId: string, isPrivate: boolean): Promise<{ tabId: number }[]> {
  const tabs = (await listTabThreads()).filter((shown) => shown.threadId === threadId);
  const kinds = await Promise.all(tabs.map(({ tabId }) => isIncognito(tabId)));
  return tabs.filter((_, i) => kinds[i] === isPrivate);
}
