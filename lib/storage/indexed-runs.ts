import { type Run, RUN_STATES } from '~/lib/shared/run';
import { isLive } from '~/lib/shared/run-kinds';
import { asDeleted, type NewConversation, noteRun, StoredConversation } from './conversation-record';
import { forgetOrder } from './conversation-order';
import { type Transaction, useDatabase } from './database';
import { indexedParts, partsOf } from './indexed-parts';
import { asInterrupted, chunksOf, joinRun, type LoadedRun, type RunStore, StoredRequest, threadOf, withoutTexts } from './run-store';
import { indexStale } from './search-index';

/** Runs in IndexedDB, with the conversations that the history lists: they outlive the browser. */
export const indexedRuns: RunStore = {
  parts: indexedParts,

  async putRun(run, position) {
    const isSettled = !isLive(run);
    await useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'conversations', 'chunks'], 'readwrite');
      await Promise.all([putRun(transaction, run, position, isSettled), transaction.done]);
    });
    forgetOrder();
    // What the index lacks is marked, and found out later.
    if (isSettled) void indexStale().catch(() => undefined);
  },

  async append({ runId, at, reasoningAt, text, reasoning }) {
    await useDatabase((database) => database.put('chunks', { runId, seq: at + reasoningAt, text, reasoning }));
  },

  clearTexts: (runId) => useDatabase((database) => database.delete('chunks', chunksOf(runId))),

  async putRequest(request) {
    await useDatabase((database) => database.put('requests', request));
  },

  async getRequest(runId) {
    const stored = await useDatabase((database) => database.get('requests', runId));
    return StoredRequest.safeParse(stored).data;
  },

  loadThread: (threadId, onDamaged) =>
    useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'chunks']);
      const stored = await transaction.objectStore('runs').index('byThread').getAll(threadOf(threadId));
      const chunks = transaction.objectStore('chunks');
      const loaded = await Promise.all(
        stored.map(async (run) => joinRun(run, await chunks.getAll(chunksOf(run.id))) ?? onDamaged?.()),
      );
      return loaded.filter((run): run is LoadedRun => run !== undefined);
    }),

  interruptLive: () =>
    useDatabase(async (database) => {
      const live = RUN_STATES.filter((candidate) => isLive({ state: candidate }));
      const counts = await Promise.all(live.map((state) => database.countFromIndex('runs', 'byState', state)));
      if (counts.every((count) => count === 0)) return;
      const transaction = database.transaction(['runs', 'conversations'], 'readwrite');
      const runs = transaction.objectStore('runs');
      const threads = new Set<string>();
      for (const state of live) {
        for (const run of await runs.index('byState').getAll(state)) {
          await runs.put(asInterrupted(run));
          threads.add(run.threadId);
        }
      }
      // What they had written by then is searched for as well.
      for (const threadId of threads) await markStale(transaction, threadId);
      await transaction.done;
    }),

  removeRun: (runId) =>
    useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'chunks', 'requests', 'parts', 'conversations'], 'readwrite');
      const threadId = (await transaction.objectStore('runs').get(runId))?.threadId;
      await Promise.all([
        transaction.objectStore('runs').delete(runId),
        transaction.objectStore('chunks').delete(chunksOf(runId)),
        transaction.objectStore('requests').delete(runId),
        transaction.objectStore('parts').delete(partsOf(runId)),
      ]);
      if (threadId !== undefined) await markStale(transaction, threadId);
      await transaction.done;
      forgetOrder();
    }),
};

/**
 * Writes a run and brings its conversation up to date. Once it has come to rest its texts, which came in hundreds of pieces,
 * become one: that is a twentieth of the time when they are read.
 */
async function putRun(transaction: Transaction<'readwrite'>, run: Run, position: number, isSettled: boolean): Promise<void> {
  const [runs, conversations, chunks] = [transaction.objectStore('runs'), transaction.objectStore('conversations'), transaction.objectStore('chunks')];
  const stored = withoutTexts(run, position);
  await runs.put(stored);
  const [known, answers] = await Promise.all([conversations.index('byThread').get(run.threadId), runs.index('byThread').count(threadOf(run.threadId))]);
  // A damaged one is made anew, under its number.
  const noted = noteRun(StoredConversation.safeParse(known).data, stored, answers, Date.now());
  await conversations.put({ ...noted, ...(known?.number === undefined ? {} : { number: known.number }), ...(isSettled ? { stale: 1 as const } : {}) });
  if (!isSettled) return;
  await chunks.delete(chunksOf(run.id));
  if (run.text || run.reasoning) await chunks.put({ runId: run.id, seq: 0, text: run.text, reasoning: run.reasoning });
}

/** Has the index look at a conversation again, and counts its answers; one without any run is none. */
async function markStale(transaction: Transaction<'readwrite'>, threadId: string): Promise<void> {
  const conversations = transaction.objectStore('conversations');
  const known: NewConversation | undefined = await conversations.index('byThread').get(threadId);
  if (known?.number === undefined) return;
  const answers = await transaction.objectStore('runs').index('byThread').count(threadOf(threadId));
  if (answers > 0) await conversations.put({ ...known, answers, stale: 1 });
  else await conversations.put(asDeleted(known));
}
