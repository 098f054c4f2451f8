import type { QueuedItem } from '~/lib/storage/player-session';
import { forgetText } from '~/lib/storage/reading-texts';
import { identifyDocument } from '../pictures/identify-document';
import type { ReadingQueue } from './reading-queue';

/** Moves an item to another place of the queue, or takes it out. The first is read. */
export async function moveItem(queue: ReadingQueue, id: string, to: number | null): Promise<void> {
  const { store } = queue;
  const from = store.items.findIndex(({ item }) => item.id === id);
  const [moved] = store.items.slice(from, from + 1);
  if (from < 0 || !moved) return;
  if (from === 0 && to === null) return queue.next();
  const place = to === null ? undefined : Math.max(0, Math.min(store.items.length - 1, Math.trunc(to)));
  if (place === from) return;
  const changesPresent = from === 0 || place === 0;
  if (changesPresent) await queue.keepPlace();
  store.items.splice(store.items.indexOf(moved), 1);
  if (place === undefined) void forgetText(id);
  else store.items.splice(place, 0, moved);
  if (changesPresent) await queue.begin();
  else store.publish();
}

/** The tab is gone: nothing of it is read any more. */
export async function dropTab(queue: ReadingQueue, tabId: number): Promise<void> {
  const { store } = queue;
  const { present } = store;
  const gone = store.items.filter(({ item }) => item.tabId === tabId);
  if (gone.length === 0) return;
  const wasPresent = present !== undefined && gone.includes(present);
  if (wasPresent) await queue.keepPlace();
  store.items = store.items.filter((each) => !gone.includes(each));
  for (const { item } of gone) void forgetText(item.id);
  if (wasPresent) await queue.begin();
  else store.publish();
}

/** The tab may show another page: reading the one before ends, and its place is kept. Its answers are read on. */
export async function leaveOldPage(queue: ReadingQueue, tabId: number): Promise<void> {
  const { present } = queue.store;
  if (present?.item.tabId !== tabId || present.item.kind === 'answer' || (await isShown(present))) return;
  if (queue.store.present === present) await queue.next();
}

/** Whether the tab still shows the document that the text was read from. */
export async function isShown({ item, document }: QueuedItem): Promise<boolean> {
  return document !== undefined && (await identifyDocument(item.tabId)) === document;
}
