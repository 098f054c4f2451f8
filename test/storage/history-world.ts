import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ConversationRow } from '~/lib/shared/conversation';
import type { Run } from '~/lib/shared/run';

let serial = 0;

/** A finished answer to a question about a page, with what a test wants different. */
export function answered(threadId: string, question: string, text: string, changes: Partial<Run> = {}): Run {
  serial++;
  return {
    id: `run-${serial}`,
    threadId,
    request: { task: 'ask', source: { kind: 'page' }, question },
    page: { url: 'https://example.org/story', title: 'The lighthouse' },
    state: 'done',
    createdAt: 1_000 + serial,
    engine: 'server',
    text,
    reasoning: '',
    ...changes,
  };
}

/** Modules of storage on an empty database. */
export async function openStorage() {
  fakeBrowser.reset();
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  return loadStorage();
}

/** The same database, found by a background that was just started. */
export async function reopenStorage() {
  vi.resetModules();
  return loadStorage();
}

async function loadStorage() {
  const [{ indexedRuns }, conversations, { findConversations }, deletion, { importConversation }, { loadConversation }, { indexStale }, { openDatabase, useDatabase }, vectors, { removeFormerHomes }] = await Promise.all([
    import('~/lib/storage/indexed-runs'),
    import('~/lib/storage/conversations'),
    import('~/lib/storage/find-conversations'),
    import('~/lib/storage/delete-conversations'),
    import('~/lib/storage/import-conversations'),
    import('~/lib/storage/export-conversations'),
    import('~/lib/storage/search-index'),
    import('~/lib/storage/database'),
    import('~/lib/storage/vector-cache'),
    import('~/lib/storage/present-home'),
  ]);
  const find = async (query = ''): Promise<ConversationRow[]> => {
    await indexStale();
    return (await findConversations(query, 0, 50)).rows;
  };
  return {
    ...conversations,
    ...deletion,
    ...vectors,
    indexedRuns,
    importConversation,
    loadConversation,
    openDatabase,
    useDatabase,
    removeFormerHomes,
    find,
    titles: async (query = '') => (await find(query)).map(({ conversation }) => conversation?.title),
    /** Everything in the database, as one text. */
    async dump(): Promise<string> {
      const database = await openDatabase();
      const stores = [...database.objectStoreNames].filter((store) => store !== 'secrets');
      return JSON.stringify(await Promise.all(stores.map(async (store) => [await database.getAllKeys(store), await database.getAll(store)])));
    },
  };
}

