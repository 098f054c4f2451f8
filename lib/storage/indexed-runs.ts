import { isLive, RUN_STATES } from '~/lib/shared/run';
import { toAppError } from '~/lib/shared/app-error';
import { type Database, useDatabase } from './database';
import { indexedParts, partsOf } from './indexed-parts';
import { asInterrupted, joinRun, type LoadedRun, type RunStore, StoredRequest, withoutTexts } from './run-store';

/** Runs kept; older ones are forgotten as new ones come. */
const KEPT_RUNS = 200;
/** What is kept when the disk is full. */
const KEPT_WHEN_FULL = 50;

/** Runs in IndexedDB: they outlive the browser. */
export const indexedRuns: RunStore = {
  parts: {
    ...indexedParts,
    put: (parts) => write(() => indexedParts.put(parts)),
  },

  putRun: (run, position) =>
    write(async (database) => {
      const known = await database.getKey('runs', run.id);
      await database.put('runs', withoutTexts(run, position));
      if (!known) await prune(database, KEPT_RUNS);
    }),

  append: ({ runId, at, reasoningAt, text, reasoning }) =>
    write((database) => database.put('chunks', { runId, seq: at + reasoningAt, text, reasoning })),

  clearTexts: (runId) => write((database) => database.delete('chunks', chunksOf(runId))),

  putRequest: (request) => write((database) => database.put('requests', request)),

  async getRequest(runId) {
    const stored = await useDatabase((database) => database.get('requests', runId));
    return StoredRequest.safeParse(stored).data;
  },

  loadThread: (threadId) =>
    useDatabase(async (database) => {
      const transaction = database.transaction(['runs', 'chunks']);
      const range = IDBKeyRange.bound([threadId], [threadId, []]);
      const stored = await transaction.objectStore('runs').index('byThread').getAll(range);
      const chunks = transaction.objectStore('chunks');
      const loaded = await Promise.all(
        stored.map(async (run) => joinRun(run, await chunks.getAll(chunksOf(run.id)))),
      );
      return loaded.filter((run): run is LoadedRun => run !== undefined);
    }),

  interruptLive: () =>
    write(async (database) => {
      const transaction = database.transaction('runs', 'readwrite');
      const byState = transaction.store.index('byState');
      for (const state of RUN_STATES.filter((candidate) => isLive({ state: candidate }))) {
        for (const run of await byState.getAll(state)) await transaction.store.put(asInterrupted(run));
      }
      await transaction.done;
    }),

  removeRun: (runId) => useDatabase((database) => remove(database, [runId])),
};

/** Every key that begins with the run's id: arrays sort after numbers. */
function chunksOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}

/** Writes; when the disk is full, forgets older runs and tries once more. */
async function write(work: (database: Database) => Promise<unknown>): Promise<void> {
  try {
    await useDatabase(work);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'storage-full') throw thrown;
    await useDatabase((database) => prune(database, KEPT_WHEN_FULL));
    await useDatabase(work);
  }
}

/** Forgets all but the newest runs. Runs that are still under way are the newest of all. */
async function prune(database: Database, keep: number): Promise<void> {
  const surplus = (await database.count('runs')) - keep;
  if (surplus > 0) await remove(database, await database.getAllKeysFromIndex('runs', 'byCreated', null, surplus));
}

async function remove(database: Database, runIds: string[]): Promise<void> {
  const transaction = database.transaction(['runs', 'chunks', 'requests', 'parts'], 'readwrite');
  for (const id of runIds) {
    await transaction.objectStore('runs').delete(id);
    await transaction.objectStore('chunks').delete(chunksOf(id));
    await transaction.objectStore('requests').delete(id);
    await transaction.objectStore('parts').delete(partsOf(id));
  }
  await transaction.done;
}
