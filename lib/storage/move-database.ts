import type { IDBPTransaction } from 'idb';
import { AppError } from '~/lib/shared/app-error';
import { openDatabaseIn, toStorageError } from './database';
import type { Database, DocentSchema, StoreName } from './database-schema';
import type { Home } from './home';
import { openInHome } from './home-database';
import { moveHome } from './present-home';
import { upgradeDatabase, VERSION } from './upgrade-database';

type Rows = { store: StoreName; keys: (IDBValidKey | undefined)[]; values: unknown[] }[];
type Conversations = { add(row: never): Promise<number>; delete(number: number): Promise<void> };
type Upgrading = IDBPTransaction<DocentSchema, StoreName[], 'versionchange'>;

/**
 * Moves the database into a new home, but for what is in some of its stores, and removes the old home from the disk, with all else that
 * lay there. Throws `storage-full`, `storage-newer` or `storage-failed`; unless that is the removal, all is as it was.
 */
export async function moveDatabase(leftBehind: readonly StoreName[]): Promise<void> {
  try {
    await moveHome(async (from, to) => {
      const old = await openDatabaseIn(from);
      if (old.version > VERSION) throw new AppError('storage-newer');
      const rows = await readRows(old, leftBehind);
      await makeDatabase(to, rows, await takeNumber(old.transaction(['conversations'], 'readwrite').objectStore('conversations')));
    });
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

async function readRows(database: Database, leftBehind: readonly StoreName[]): Promise<Rows> {
  const stores = [...database.objectStoreNames].filter((store) => !leftBehind.includes(store));
  const transaction = database.transaction(stores);
  return Promise.all(stores.map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.keyPath === null ? store.getAllKeys() : [], store.getAll()]);
    return { store: name, keys, values };
  }));
}

/** All of it in the transaction that makes the database: it is there with all rows, or not at all. */
async function makeDatabase(home: Home, rows: Rows, lastNumber: number): Promise<void> {
  // Whoever opens it is told only that it failed.
  let failure: unknown;
  const fail = (thrown: unknown) => {
    failure ??= thrown;
  };
  const making = openInHome<DocentSchema>(home, 'docent', VERSION, (database, oldVersion, transaction) => {
    transaction.done.catch(fail);
    upgradeDatabase(database, oldVersion, transaction);
    writeRows(transaction, rows, lastNumber).catch((thrown: unknown) => {
      fail(thrown);
      abort(transaction);
    });
  });
  const database = await making.catch((thrown: unknown) => {
    throw failure ?? thrown;
  });
  await flush(database, rows);
  database.close();
}

function abort(transaction: Upgrading): void {
  try {
    transaction.abort();
  } catch {
    // It has failed by itself.
  }
}

/** Rows as they are, also those that could not be read. */
async function writeRows(transaction: Upgrading, rows: Rows, lastNumber: number): Promise<void> {
  const writes: Promise<unknown>[] = rows.flatMap(({ store, keys, values }) => values.map(async (value, i) => transaction.objectStore(store).put(value as never, keys[i] as never)));
  await Promise.all([...writes, takeNumber(transaction.objectStore('conversations'), lastNumber)]);
}

/**
 * Takes the next number of a conversation, or a given one: it and those before it are never given to another, for a window may still
 * show the one that had it.
 */
async function takeNumber(conversations: Conversations, number?: number): Promise<number> {
  const taken = await conversations.add((number === undefined ? {} : { number }) as never);
  await conversations.delete(taken);
  return taken;
}

/** Waits until all that was written is on the disk, as is one row that is written once more: the only other copy is about to be removed. */
async function flush(database: Database, rows: Rows): Promise<void> {
  for (const { store, keys, values } of rows) {
    if (values.length === 0) continue;
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(values[0] as never, keys[0] as never), transaction.done]);
    return;
  }
}
