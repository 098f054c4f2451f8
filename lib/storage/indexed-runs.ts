import { type Run, RUN_STATES } from '~/lib/shared/run';
import { isLive } from '~/lib/shared/run-kinds';
import { asDeleted, type NewConversation, noteRun, noteRuns, StoredConversation } from './conversation-record';
import { forgetOrder } from './conversation-order';
import { type Transaction, useDatabase } from './database';
import { indexedParts, partsOf } from './indexed-parts';
import { asInterrupted, chunksOf, DeletedRun, joinRun, keepReadable, type RunStore, StoredRequest, StoredRun, threadOf, withoutTexts } from './run-store';
import { indexStale } from './search-index';

/** Runs in IndexedDB, with the conversations that the history lists: they outlive the browser. */
export const indexedRuns: RunStore = {
  parts: indexedParts,

  listDeleted: () =>
    useDatabase(async (database) => {
      const stored: unknown[] = await database.getAllFromIndex('runs', 'byDeletion');
      return stored.flatMap((run) => DeletedRun.safeParse(run).data ?? []);
    }),

  async putRun(run, position, isMoved = false) {
    const isSettled = !isLive(run);
    await useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'conversations', 'chunks'], 'readwrite');
      await Promise.all([putRun(transaction, run, position, { isSettled, isMoved }), transaction.done]);
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
      return keepReadable(await Promise.all(stored.map(async (run) => joinRun(run, await chunks.getAll(chunksOf(run.id))))), onDamaged);
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
      const conversations = transaction.objectStore('conversations');
      for (const threadId of threads) {
        const known = await conversations.index('byThread').get(threadId);
        if (known) await conversations.put({ ...known, stale: 1 });
      }
      await transaction.done;
    }),

  async removeRuns(runIds, keepImages = false) {
    if (runIds.length === 0) return;
    await useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'chunks', 'requests', 'parts', 'conversations', 'images'], 'readwrite');
      const threads = new Set<string>();
      for (const runId of runIds) {
        const threadId = (await transaction.objectStore('runs').get(runId))?.threadId;
        if (threadId !== undefined) threads.add(threadId);
        await Promise.all([
          transaction.objectStore('runs').delete(runId),
          transaction.objectStore('chunks').delete(chunksOf(runId)),
          transaction.objectStore('requests').delete(runId),
          transaction.objectStore('parts').delete(partsOf(runId)),
        ]);
      }
      for (const threadId of threads) await noteRemoval(transaction, threadId, keepImages);
      await transaction.done;
    });
    forgetOrder();
    // What the search knew of them goes as well.
    void indexStale().catch(() => undefined);
  },
};

/**
 * Writes a run and brings its conversation up to date. Once it has come to rest its texts, which came in hundreds of pieces,
 * become one: that is a twentieth of the time when they are read.
 */
async function putRun(transaction: Transaction<'readwrite'>, run: Run, position: number, { isSettled, isMoved }: { isSettled: boolean; isMoved: boolean }): Promise<void> {
  const [runs, conversations, chunks] = [transaction.objectStore('runs'), transaction.objectStore('conversations'), transaction.objectStore('chunks')];
  const stored = withoutTexts(run, position);
  const isNew = (await runs.getKey(run.id)) === undefined;
  await runs.put(stored);
  const [known, answers] = await Promise.all([conversations.index('byThread').get(run.threadId), runs.index('byThread').count(threadOf(run.threadId))]);
  const conversation = StoredConversation.safeParse(known).data;
  // A damaged one is made anew, under its number; so is one of which all had been deleted when the reader went on in it.
  const isEmptied = isNew && answers === 1 && conversation?.deletedAt !== undefined;
  const noted = noteRun(isEmptied ? undefined : conversation, stored, answers, isMoved ? stored.createdAt : Date.now());
  await conversations.put({ ...noted, ...(known?.number === undefined ? {} : { number: known.number }), ...(isSettled ? { stale: 1 as const } : {}) });
  if (!isSettled) return;
  await chunks.delete(chunksOf(run.id));
  if (run.text || run.reasoning) await chunks.put({ runId: run.id, seq: 0, text: run.text, reasoning: run.reasoning });
}

/** Brings a conversation up to date after runs were removed, as if they had never been: its title may have been one's question. One without any run is none. */
async function noteRemoval(transaction: Transaction<'readwrite'>, threadId: string, keepImages: boolean): Promise<void> {
  const conversations = transaction.objectStore('conversations');
  const known: NewConversation | undefined = await conversations.index('byThread').get(threadId);
  if (known?.number === undefined) return;
  const stored: unknown[] = await transaction.objectStore('runs').index('byThread').getAll(threadOf(threadId));
  if (stored.length === 0) return void (await conversations.put(asDeleted(known)));
  const left = noteRuns(known, stored.flatMap((run) => StoredRun.safeParse(run).data ?? []), stored.length);
  const before = Array.isArray(known.images) ? known.images : [];
  const lost = keepImages ? [] : before.filter((image) => !left.images.includes(image));
  await conversations.put({ ...left, stale: 1, images: [...new Set([...left.images, ...before])].filter((image) => !lost.includes(image)) });
  for (const image of lost) if ((await conversations.index('byImage').count(image)) === 0) await transaction.objectStore('images').delete(image);
}
