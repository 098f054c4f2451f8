import { AppError } from '~/lib/shared/app-error';
import type { Conversation } from '~/lib/shared/conversation';
import { forgetOrder } from './conversation-order';
import { asDeleted, asTitle, rankOf, StoredConversation } from './conversation-record';
import { useDatabase } from './database';
import { threadOf, StoredRun } from './run-store';

/** The conversations of the history, one by one. All functions throw `storage-failed`, those that write `storage-full` and `storage-newer`, too. */

/** A conversation that is in the history; undefined when it is not, or no longer, or damaged. */
export async function getConversation(number: number): Promise<Conversation | undefined> {
  const stored = await useDatabase((database) => database.get('conversations', number));
  const conversation = StoredConversation.safeParse(stored).data;
  return conversation?.rank === undefined ? undefined : conversation;
}

/** The thread of a conversation, also of one that is damaged or about to be deleted. */
export async function findThreadId(number: number): Promise<string | undefined> {
  const id: unknown = (await useDatabase((database) => database.get('conversations', number)))?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Gives a conversation a title; an empty one gives it back that of its first question or page. */
export async function renameConversation(number: number, title: string): Promise<void> {
  const named = asTitle(title);
  const fallback = named ? undefined : await firstTitle(number);
  await changeConversation(number, (conversation) => ({ ...conversation, title: named || (fallback ?? ''), named: named !== '', stale: 1 }));
}

export async function pinConversation(number: number, pinned: boolean): Promise<void> {
  await changeConversation(number, (conversation) => ({ ...conversation, pinned, rank: rankOf({ ...conversation, pinned }) }));
}

/** Takes a conversation out of all lists; `purgeDeleted` deletes it. */
export async function markDeleted(number: number): Promise<void> {
  await useDatabase(async (database) => {
    const transaction = database.transaction('conversations', 'readwrite');
    const stored = await transaction.store.get(number);
    // Also one that is damaged can go.
    if (stored) await transaction.store.put({ ...asDeleted(stored), number });
    await transaction.done;
  });
  forgetOrder();
}

/** Takes the deletion back, unless it has come about. Resolves to whether the conversation is in the history. */
export async function takeBackDeletion(number: number): Promise<boolean> {
  try {
    await changeConversation(number, (conversation) => {
      const kept = { ...conversation, rank: rankOf(conversation) };
      delete kept.deletedAt;
      return kept;
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'conversation-gone') return false;
    throw thrown;
  }
}

/** Throws `conversation-gone` when there is none, or it cannot be read. */
async function changeConversation(number: number, change: (conversation: StoredConversation) => StoredConversation): Promise<void> {
  await useDatabase(async (database) => {
    const transaction = database.transaction('conversations', 'readwrite');
    const conversation = StoredConversation.safeParse(await transaction.store.get(number)).data;
    if (!conversation) throw new AppError('conversation-gone');
    await transaction.store.put(change(conversation));
    await transaction.done;
  });
  forgetOrder();
}

/** The title that a conversation has by itself. */
async function firstTitle(number: number): Promise<string | undefined> {
  const threadId = await findThreadId(number);
  if (threadId === undefined) return undefined;
  const stored: unknown[] = await useDatabase((database) => database.getAllFromIndex('runs', 'byThread', threadOf(threadId)));
  const runs = stored.flatMap((run) => StoredRun.safeParse(run).data ?? []);
  const question = runs.flatMap(({ request }) => ('question' in request ? asTitle(request.question) : '')).find(Boolean);
  return question ?? asTitle(runs[0]?.page.title ?? '');
}
