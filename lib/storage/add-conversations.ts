import { noteRun, type NewConversation } from './conversation-record';
import type { Transaction } from './database';
import { StoredRun } from './run-store';

/** For a database of before there were conversations: one for each thread that has runs. Runs that cannot be read count for nothing. */
export async function addConversations(transaction: Transaction<'versionchange'>): Promise<void> {
  const found = new Map<string, NewConversation>();
  for (let at = await transaction.objectStore('runs').openCursor(); at; at = await at.continue()) {
    const run = StoredRun.safeParse(at.value).data;
    if (!run) continue;
    const known = found.get(run.threadId);
    found.set(run.threadId, { ...noteRun(known, run, (known?.answers ?? 0) + 1, run.createdAt), stale: 1 });
  }
  // Older ones first: what they are numbered by then grows with time.
  const conversations = [...found.values()].sort((a, b) => a.createdAt - b.createdAt);
  for (const conversation of conversations) await transaction.objectStore('conversations').add(conversation);
}
