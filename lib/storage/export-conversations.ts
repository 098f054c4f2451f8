import { type ExportedConversation, ExportedRequest, type ExportedRun } from '~/lib/shared/history-file';
import { KeptPart } from '~/lib/shared/parts';
import { withoutDeleted } from '~/lib/shared/run-tree';
import { StoredConversation } from './conversation-record';
import { type Transaction, useDatabase } from './database';
import { partsOf } from './indexed-parts';
import { chunksOf, joinRun, StoredRequest, threadOf } from './run-store';

/** A conversation with all that belongs to it, and how many of its runs cannot be read. */
export interface LoadedConversation {
  conversation: Omit<ExportedConversation, 'runs'> & { runs: ExportedRun[] };
  damaged: number;
}

/**
 * The first conversation whose number is greater than `after`, or is `only`; `damaged` when it cannot be read, undefined when
 * there is none. Throws `storage-failed`.
 */
export function loadConversation(after: number, only?: number): Promise<{ number: number; loaded: LoadedConversation | 'damaged' } | undefined> {
  return useDatabase(async (database) => {
    const transaction = database.transaction(['conversations', 'runs', 'chunks', 'requests', 'parts']);
    const range = only === undefined ? IDBKeyRange.lowerBound(after, true) : IDBKeyRange.only(only);
    for (let at = await transaction.objectStore('conversations').openCursor(range); at; at = await at.continue()) {
      // On its way out.
      if (at.value.deletedAt !== undefined) continue;
      const stored = StoredConversation.safeParse(at.value).data;
      return { number: at.primaryKey, loaded: stored ? await collect(transaction, stored) : 'damaged' };
    }
    return undefined;
  });
}

async function collect(transaction: Transaction<'readonly'>, stored: StoredConversation): Promise<LoadedConversation> {
  const { id, title, named, pinned, createdAt, updatedAt, page } = stored;
  let damaged = 0;
  const runs: ExportedRun[] = [];
  for (const run of await transaction.objectStore('runs').index('byThread').getAll(threadOf(id))) {
    const [chunks, sent, parts] = await Promise.all([
      transaction.objectStore('chunks').getAll(chunksOf(run.id)),
      transaction.objectStore('requests').get(run.id),
      transaction.objectStore('parts').getAll(partsOf(run.id)),
    ]);
    const joined = joinRun(run, chunks);
    const request = StoredRequest.safeParse(sent).data;
    const keptParts = parts.flatMap((part) => KeptPart.safeParse(part).data ?? []);
    if (!joined) damaged++;
    else {
      const beside = { ...(request ? { sent: ExportedRequest.parse(request) } : {}), ...(keptParts.length > 0 ? { keptParts } : {}) };
      runs.push({ ...joined.run, position: joined.position, ...beside });
    }
  }
  return { conversation: { id, title, named, pinned, createdAt, updatedAt, page, runs: withoutDeleted(runs) }, damaged };
}
