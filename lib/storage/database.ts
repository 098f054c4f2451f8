import { unwrap } from 'idb';
import { AppError } from '~/lib/shared/app-error';
import type { Database, DocentSchema } from './database-schema';
import type { Home } from './home';
import { HomeDatabase, openInHome } from './home-database';
import { upgradeDatabase, VERSION } from './upgrade-database';

export type { Database, Transaction } from './database-schema';

/** The database, opened once and again after the browser closed it or its home has changed. */
const docent = new HomeDatabase<DocentSchema>(async (home, onClosed) => {
  try {
    return await openInHome(home, 'docent', VERSION, upgradeDatabase, onClosed);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'VersionError') return openNewer(home, onClosed);
    throw thrown;
  }
});

/**
 * A database that a newer Docent has written, for reading only: what this version would write, the newer one might not
 * understand, and take for damaged. Whatever is read is parsed, as ever.
 */
async function openNewer(home: Home, onClosed: () => void): Promise<Database> {
  const database: Database = await openInHome(home, 'docent', undefined, undefined, onClosed);
  const raw = unwrap(database);
  const begin = raw.transaction.bind(raw);
  raw.transaction = (stores, mode, options) => {
    if (mode === 'readwrite') throw new AppError('storage-newer');
    return begin(stores, mode, options);
  };
  return database;
}

/** The database as it is now. What is done with it later may come too late: `useDatabase` is the way. */
export function openDatabase(): Promise<Database> {
  return docent.use((database) => Promise.resolve(database));
}

/** The database of a home, for one that moves it. */
export function openDatabaseIn(home: Home): Promise<Database> {
  return docent.openIn(home);
}

/** Runs `work` on the database; whatever fails becomes `storage-full`, `storage-newer` or `storage-failed`. No work may ask for another. */
export async function useDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await docent.use(work);
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
