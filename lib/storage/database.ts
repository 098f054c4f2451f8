import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames, unwrap } from 'idb';
import { AppError } from '~/lib/shared/app-error';
import type { GuardLogEntry } from '~/lib/shared/guard';
import type { KeptPart } from '~/lib/shared/parts';
import { addConversations } from './add-conversations';
import type { NewConversation, StoredConversation } from './conversation-record';
import type { KnownAddress, Description } from './descriptions';
import type { StoredDraft } from './drafts';
import type { StoredFile } from './file-store';
import type { ImageRecord } from './image-store';
import type { KeptText } from './text-store';
import type { StoredRequest, StoredRun } from './run-store';
import type { StoredDay } from './spending';

/** A piece of an answer. `seq` is the length of both texts before it, so pieces sort in the order they came. */
export interface TextChunk {
  runId: string;
  seq: number;
  text: string;
  reasoning: string;
}

/**
 * Everything Docent keeps but the settings. The types say what is written; whatever is
 * read is parsed, since an older version or a damaged profile may have written it.
 */
interface DocentSchema extends DBSchema {
  /** Runs without their texts, by id. */
  runs: {
    key: string;
    value: StoredRun;
    indexes: { byThread: [string, number]; byState: string; byCreated: number; byDeletion: number };
  };
  chunks: { key: [string, number]; value: TextChunk };
  /** `OutgoingRequest` and its token cap, by run id. */
  requests: { key: string; value: StoredRequest };
  /** API keys by origin of the base URL. Content scripts cannot reach IndexedDB of the extension's origin. */
  secrets: { key: string; value: string };
  /** Model lists by base URL. */
  models: { key: string; value: { baseUrl: string } };
  /** Pictures as they were sent, by hash. `byUse` holds their sizes too, so that room is counted without loading them. */
  images: { key: string; value: ImageRecord & { bytes: ArrayBuffer }; indexes: { byUse: [usedAt: number, size: number] } };
  /** Descriptions of pictures, by hash of the content and language. */
  descriptions: { key: [hash: string, language: string]; value: Description; indexes: { byAge: number } };
  /** Where described pictures were seen, by address. */
  pictureAddresses: { key: string; value: KnownAddress; indexes: { byAge: number } };
  /** What was checked for safety and what came of it, by id. */
  guardLog: { key: string; value: GuardLogEntry; indexes: { byAge: number } };
  /** Parts of long texts by run, level and index. */
  parts: { key: [runId: string, level: number, index: number]; value: KeptPart };
  /** Threads as the history lists them. `byRank`, `byStale` and `byDeletion` hold those only that have the field. */
  conversations: {
    key: number;
    value: StoredConversation | NewConversation;
    indexes: { byThread: string; byRank: number; byUpdate: number; byStale: number; byDeletion: number; byImage: string };
  };
  /** Where words stand (`postings.ts`): by first letters and block of 256 conversations. */
  postings: { key: [letters: string, block: number]; value: string };
  /** The saved prompts, all in one row. */
  prompts: { key: string; value: unknown[] };
  /**
   * What of each conversation is in `postings`, so that it can be taken out again; and its texts, of which a search shows the
   * passage that it found.
   */
  searchTexts: { key: number; value: { number: number; terms: string; text: string } };
  /** Files that readers have attached, by id, with the conversation they belong to. */
  files: { key: string; value: StoredFile; indexes: { byThread: string } };
  /** What was read of attachments, and of the page beside them, by conversation and attachment. */
  texts: { key: [threadId: string, key: string]; value: KeptText };
  /** What each day has cost, by local day. */
  spending: { key: string; value: StoredDay };
  /** Unsent messages, by conversation. */
  drafts: { key: string; value: StoredDraft; indexes: { byAge: number } };
}

export type Database = IDBPDatabase<DocentSchema>;
type StoreName = StoreNames<DocentSchema>;
/** A transaction, whatever its stores. */
export type Transaction<M extends IDBTransactionMode> = IDBPTransaction<DocentSchema, StoreName[], M>;

const NAME = 'docent';
const VERSION = 7;

let opening: Promise<Database> | undefined;

/** The database, opened once and again after the browser closed it. */
export function openDatabase(): Promise<Database> {
  opening ??= openDB<DocentSchema>(NAME, VERSION, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        const runs = database.createObjectStore('runs', { keyPath: 'id' });
        runs.createIndex('byThread', ['threadId', 'position']);
        runs.createIndex('byState', 'state');
        runs.createIndex('byCreated', 'createdAt');
        database.createObjectStore('chunks', { keyPath: ['runId', 'seq'] });
        database.createObjectStore('requests', { keyPath: 'runId' });
        database.createObjectStore('secrets');
        database.createObjectStore('models', { keyPath: 'baseUrl' });
      }
      if (oldVersion < 2) {
        database.createObjectStore('images', { keyPath: 'id' }).createIndex('byUse', ['usedAt', 'size']);
        database.createObjectStore('descriptions', { keyPath: ['hash', 'language'] }).createIndex('byAge', 'madeAt');
        database.createObjectStore('pictureAddresses', { keyPath: 'address' }).createIndex('byAge', 'seenAt');
      }
      if (oldVersion < 3) database.createObjectStore('guardLog', { keyPath: 'id' }).createIndex('byAge', 'at');
      if (oldVersion < 4) database.createObjectStore('parts', { keyPath: ['runId', 'level', 'index'] });
      if (oldVersion < 5) {
        const conversations = database.createObjectStore('conversations', { keyPath: 'number', autoIncrement: true });
        conversations.createIndex('byThread', 'id', { unique: true });
        conversations.createIndex('byRank', 'rank');
        conversations.createIndex('byUpdate', 'updatedAt');
        conversations.createIndex('byStale', 'stale');
        conversations.createIndex('byDeletion', 'deletedAt');
        conversations.createIndex('byImage', 'images', { multiEntry: true });
        database.createObjectStore('postings');
        database.createObjectStore('searchTexts', { keyPath: 'number' });
        if (oldVersion > 0) void addConversations(transaction).catch((thrown: unknown) => console.warn('Older conversations are not listed.', thrown));
      }
      if (oldVersion < 6) {
        database.createObjectStore('files', { keyPath: 'id' }).createIndex('byThread', 'threadId');
        database.createObjectStore('texts', { keyPath: ['threadId', 'key'] });
        database.createObjectStore('spending', { keyPath: 'day' });
        database.createObjectStore('prompts');
      }
      if (oldVersion < 7) {
        database.createObjectStore('drafts', { keyPath: 'threadId' }).createIndex('byAge', 'keptAt');
        transaction.objectStore('runs').createIndex('byDeletion', 'deletedAt');
      }
    },
    blocking(_current, _blocked, event) {
      // A newer version of Docent waits to upgrade: let it.
      opening = undefined;
      (event.target as IDBDatabase | null)?.close();
    },
    terminated() {
      opening = undefined;
    },
  })
    .catch((thrown: unknown) => {
      if (thrown instanceof Error && thrown.name === 'VersionError') return openNewer();
      throw thrown;
    })
    .catch((thrown: unknown) => {
      opening = undefined;
      throw thrown;
    });
  return opening;
}

/**
 * A database that a newer Docent has written, for reading only: what this version would write, the newer one might not
 * understand, and take for damaged. Whatever is read is parsed, as ever.
 */
async function openNewer(): Promise<Database> {
  const database = await openDB<DocentSchema>(NAME, undefined, {
    terminated() {
      opening = undefined;
    },
  });
  const raw = unwrap(database);
  const begin = raw.transaction.bind(raw);
  raw.transaction = (stores, mode, options) => {
    if (mode === 'readwrite') throw new AppError('storage-newer');
    return begin(stores, mode, options);
  };
  return database;
}

/** Runs `work` on the database; whatever fails becomes `storage-full`, `storage-newer` or `storage-failed`. */
export async function useDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await openDatabase());
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

/** A failure of storage as an `AppError`. Browsers name a full disk in several ways. */
export function toStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { name = '', message = String(thrown) } = thrown instanceof Error ? thrown : {};
  const full = name === 'QuotaExceededError' || /quota/i.test(message);
  return new AppError(full ? 'storage-full' : 'storage-failed', { detail: message }, thrown);
}
