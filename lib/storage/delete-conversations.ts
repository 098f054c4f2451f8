import { toAppError } from '~/lib/shared/app-error';
import { forgetOrder } from './conversation-order';
import { type Transaction, useDatabase } from './database';
import { forgetDrafts } from './drafts';
import { moveDatabase } from './move-database';
import { changePostings, readTerms } from './postings';
import { partsOf } from './indexed-parts';
import { chunksOf, threadOf } from './run-store';
import { textsOf } from './text-store';
import { forgetVectors } from './vector-cache';

/** Deletion for good: runs, their texts, what was sent, what was attached, pictures that no other conversation shows, and what the search knew. */

const STORES = ['conversations', 'postings', 'searchTexts', 'runs', 'chunks', 'requests', 'parts', 'images', 'files', 'texts', 'drafts'] as const;

/** Conversations deleted in one transaction: other writing waits for so long. */
const BATCH = 20;

/**
 * Deletes what the reader has deleted until `before` (milliseconds since 1970). Resolves to how many are yet to go. Throws `storage-newer` or `storage-failed`.
 */
export async function purgeDeleted(before: number): Promise<number> {
  await deleteAll((database) => database.getAllKeysFromIndex('conversations', 'byDeletion', IDBKeyRange.upperBound(before), BATCH));
  return useDatabase((database) => database.countFromIndex('conversations', 'byDeletion'));
}

/**
 * Deletes conversations of which nothing has come since `before` (milliseconds since 1970), but for pinned ones and those that
 * a tab shows: `most` at most. Resolves to whether that was all.
 */
export async function deleteOld(before: number, shown: ReadonlySet<string>, most: number): Promise<boolean> {
  const old = await useDatabase(async (database) => {
    const numbers: number[] = [];
    const { store } = database.transaction('conversations');
    for (let at = await store.index('byUpdate').openCursor(IDBKeyRange.upperBound(before, true)); at && numbers.length < most; at = await at.continue()) {
      if (!at.value.pinned && !shown.has(at.value.id)) numbers.push(at.primaryKey);
    }
    return numbers;
  });
  for (let at = 0; at < old.length; at += BATCH) await deleteNumbers(old.slice(at, at + BATCH));
  return old.length < most;
}

/**
 * Deletes all of the history, all pictures that were sent, what a model made of long texts to find passages in them, and kept speech: really,
 * with the files they lay in. Throws `storage-newer` or `storage-failed`.
 */
export async function deleteHistory(): Promise<void> {
  try {
    await moveDatabase(STORES);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'storage-full') throw thrown;
    // No room for the rest a second time: then at least all rows go.
    await useDatabase(async (database) => {
      const transaction = database.transaction([...STORES], 'readwrite');
      await Promise.all([...STORES.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    });
    await forgetVectors();
  } finally {
    forgetOrder();
  }
}

type Find = (database: Parameters<Parameters<typeof useDatabase>[0]>[0]) => Promise<number[]>;

async function deleteAll(find: Find): Promise<void> {
  for (let numbers = await useDatabase(find); numbers.length > 0; numbers = await useDatabase(find)) await deleteNumbers(numbers);
}

async function deleteNumbers(numbers: readonly number[]): Promise<void> {
  const threadIds = await useDatabase(async (database) => {
    const transaction = database.transaction([...STORES], 'readwrite');
    const terms = transaction.objectStore('searchTexts');
    const changes = await Promise.all(
      numbers.map(async (number) => ({ number, before: readTerms((await terms.get(number))?.terms), after: new Map<string, number>() })),
    );
    await changePostings(transaction, changes);
    const deleted: string[] = [];
    for (const number of numbers) deleted.push(...(await deleteOne(transaction, number)));
    await transaction.done;
    return deleted;
  });
  await forgetDrafts(threadIds);
  forgetOrder();
}

/** Resolves to the thread's id, unless that is damaged. */
async function deleteOne(transaction: Transaction<'readwrite'>, number: number): Promise<string[]> {
  const conversations = transaction.objectStore('conversations');
  const stored = (await conversations.get(number)) as { id?: unknown; images?: unknown } | undefined;
  await Promise.all([conversations.delete(number), transaction.objectStore('searchTexts').delete(number)]);
  if (typeof stored?.id === 'string') {
    await deleteAttached(transaction, stored.id);
    await transaction.objectStore('drafts').delete(stored.id);
    for (const runId of await transaction.objectStore('runs').index('byThread').getAllKeys(threadOf(stored.id))) {
      await Promise.all([
        transaction.objectStore('runs').delete(runId),
        transaction.objectStore('chunks').delete(chunksOf(runId)),
        transaction.objectStore('requests').delete(runId),
        transaction.objectStore('parts').delete(partsOf(runId)),
      ]);
    }
  }
  const images = Array.isArray(stored?.images) ? stored.images.filter((image) => typeof image === 'string') : [];
  for (const image of images) {
    // This one is gone by now: whatever is counted is another's.
    if ((await conversations.index('byImage').count(image)) === 0) await transaction.objectStore('images').delete(image);
  }
  return typeof stored?.id === 'string' ? [stored.id] : [];
}

async function deleteAttached(transaction: Transaction<'readwrite'>, threadId: string): Promise<void> {
  const files = transaction.objectStore('files');
  await transaction.objectStore('texts').delete(textsOf(threadId));
  for (const id of await files.index('byThread').getAllKeys(threadId)) await files.delete(id);
}
