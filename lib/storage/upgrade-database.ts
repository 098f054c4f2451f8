import type { IDBPTransaction } from 'idb';
import { addConversations } from './add-conversations';
import type { Database, DocentSchema, StoreName } from './database-schema';

export const VERSION = 7;

/** Makes what a database of an older version lacks, or one without any. */
export function upgradeDatabase(database: Database, oldVersion: number, transaction: IDBPTransaction<DocentSchema, StoreName[], 'versionchange'>): void {
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
}
