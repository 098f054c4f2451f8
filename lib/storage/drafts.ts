import { browser } from 'wxt/browser';
import { DRAFT_KEY, PRIVATE_DRAFT_KEY } from '~/lib/shared/draft-key';
import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';

/** Those of private windows among them. */
const KEYS = [DRAFT_KEY, PRIVATE_DRAFT_KEY];

/** Drafts kept at most; the oldest go first. */
const MOST = 50;

/** The unsent message of a thread, as it outlives the browser. */
export const StoredDraft = z.object({
  threadId: z.string(),
  text: z.string(),
  /** Address of the page that it was written beside, without its fragment; empty when the browser did not tell. */
  url: z.string(),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
});
export type StoredDraft = z.infer<typeof StoredDraft>;

/** Keeps a draft in the place of the thread's former one. Throws `storage-full`, `storage-newer` or `storage-failed`. */
export function keepDraft(draft: StoredDraft): Promise<void> {
  return useDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite');
    await transaction.store.put(draft);
    const extra = (await transaction.store.count()) - MOST;
    const ages = transaction.store.index('byAge');
    for (let at = extra > 0 ? await ages.openCursor() : null, left = extra; at && left > 0; at = await at.continue(), left--) await at.delete();
    await transaction.done;
  });
}

/** Forgets what is kept of a thread's draft beyond the browser's session. Throws as `keepDraft`. */
export function dropDraft(threadId: string): Promise<void> {
  return useDatabase((database) => database.delete('drafts', threadId));
}

/** The kept draft of a thread, if there is one. Throws `storage-failed`. */
export async function readDraft(threadId: string): Promise<StoredDraft | undefined> {
  return StoredDraft.safeParse(await useDatabase((database) => database.get('drafts', threadId))).data;
}

/**
 * The newest draft of a thread in which nothing was ever asked and that no tab shows, for a page: one that was written beside
 * it, else one of which that is not known and that was written before the browser's session. Throws `storage-failed`.
 * @param shown threads that tabs show
 * @param ofSession threads whose draft was written in this session
 */
export async function findLostDraft(url: string, shown: ReadonlySet<string>, ofSession: ReadonlySet<string>): Promise<StoredDraft | undefined> {
  return useDatabase(async (database) => {
    const transaction = database.transaction(['drafts', 'conversations']);
    const conversations = transaction.objectStore('conversations').index('byThread');
    let unplaced: StoredDraft | undefined;
    for (let at = await transaction.objectStore('drafts').index('byAge').openCursor(null, 'prev'); at; at = await at.continue()) {
      const draft = StoredDraft.safeParse(at.value).data;
      if (!draft || (draft.url !== '' && draft.url !== url) || shown.has(draft.threadId)) continue;
      if ((await conversations.getKey(draft.threadId)) !== undefined) continue;
      if (draft.url !== '') return draft;
      if (!ofSession.has(draft.threadId)) unplaced ??= draft;
    }
    return unplaced;
  });
}

/** Deletes drafts that nobody finds again by a conversation, and that were written before a time (milliseconds since 1970), but for those a tab shows. Throws as `keepDraft`. */
export function dropLostDrafts(before: number, shown: ReadonlySet<string>): Promise<void> {
  return useDatabase(async (database) => {
    const transaction = database.transaction(['drafts', 'conversations'], 'readwrite');
    const conversations = transaction.objectStore('conversations').index('byThread');
    const ages = transaction.objectStore('drafts').index('byAge');
    for (let at = await ages.openCursor(IDBKeyRange.upperBound(before, true)); at; at = await at.continue()) {
      if (!shown.has(at.primaryKey) && (await conversations.getKey(at.primaryKey)) === undefined) await at.delete();
    }
    await transaction.done;
  });
}

/** Forgets the unsent message of a thread once it was sent; what was written after it stays. */
export async function forgetDraft(threadId: string, sent: string): Promise<void> {
  const kept = await browser.storage.session.get(KEYS.map((key) => key + threadId));
  const keys = Object.keys(kept).filter((key) => typeof kept[key] === 'string' && kept[key].trim() === sent);
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

/** Forgets the unsent messages of threads, or of all, of this session of the browser. */
export async function forgetDrafts(threadIds?: readonly string[]): Promise<void> {
  const keys = threadIds?.flatMap((id) => KEYS.map((key) => key + id)) ?? Object.keys(await browser.storage.session.get(null)).filter((stored) => KEYS.some((key) => stored.startsWith(key)));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
