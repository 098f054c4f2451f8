import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { GuardLogEntry } from '~/lib/shared/guard';
import type { KeptPart } from '~/lib/shared/parts';
import type { NewConversation, StoredConversation } from './conversation-record';
import type { KnownAddress, Description } from './descriptions';
import type { StoredDraft } from './drafts';
import type { StoredFile } from './file-store';
import type { ImageRecord } from './image-store';
import type { StoredRequest, StoredRun } from './run-store';
import type { StoredDay } from './spending';
import type { KeptText } from './text-store';

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
export interface DocentSchema extends DBSchema {
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
export type StoreName = StoreNames<DocentSchema>;
/** A transaction, whatever its stores. */
export type Transaction<M extends IDBTransactionMode> = IDBPTransaction<DocentSchema, StoreName[], M>;
