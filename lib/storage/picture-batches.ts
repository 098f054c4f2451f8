import { browser } from 'wxt/browser';
import { PictureProgress } from '~/lib/shared/picture';
import { z } from '~/lib/shared/zod';

/**
 * How far the description of a tab's pictures came, in `storage.session`: memory that outlives the background, ends with
 * the browser and is closed to content scripts. A record for each picture, so that a change costs what is new.
 */
const Entry = z.object({
  /** Names the document that the pictures stand in. */
  document: z.string(),
  /** The reader has taken the descriptions out of it. */
  isCleared: z.boolean(),
});

/** Without its thumbnail, which is worth more room than all the rest. */
export const BareProgress = z.omit(PictureProgress, { thumbnail: true });

const entryKey = (tabId: number) => `pictures:${tabId}`;
const itemPrefix = (tabId: number) => `picture:${tabId}:`;

export interface StoredBatch extends z.infer<typeof Entry> {
  items: readonly PictureProgress[];
}

/** Nothing when nothing was kept, or it cannot be read. */
export async function loadBatch(tabId: number): Promise<StoredBatch | undefined> {
  const stored = await browser.storage.session.get(null).catch((): Record<string, unknown> => ({}));
  const entry = Entry.safeParse(stored[entryKey(tabId)]).data;
  if (!entry) return undefined;
  const keys = Object.keys(stored).filter((key) => key.startsWith(itemPrefix(tabId)));
  return { ...entry, items: keys.flatMap((key) => BareProgress.safeParse(stored[key]).data ?? []) };
}

/** Keeps some pictures' progress. What cannot be kept is only missing after the background ended. */
export async function saveBatch(tabId: number, { items, ...entry }: StoredBatch): Promise<void> {
  const records = items.map((item) => [itemPrefix(tabId) + item.id, BareProgress.parse(item)] as const);
  await browser.storage.session.set({ [entryKey(tabId)]: entry, ...Object.fromEntries(records) }).catch(() => undefined);
}

/** Forgets all that was kept for the tab. */
export async function removeBatch(tabId: number): Promise<void> {
  const stored = await browser.storage.session.get(null).catch(() => ({}));
  const keys = Object.keys(stored).filter((key) => key === entryKey(tabId) || key.startsWith(itemPrefix(tabId)));
  if (keys.length > 0) await browser.storage.session.remove(keys).catch(() => undefined);
}
