import type { Page } from 'puppeteer';

/** A database of Docent's own, as a page of its own can open it. */
interface OwnDatabase {
  name: string;
  open(version?: number): Promise<IDBDatabase>;
}

declare global {
  /** In pages that were given it by `showDatabases`: all databases that Docent has on the disk, the one with the history first. While it moves there are two of some: the newer ones come first. */
  var listDatabases: () => Promise<OwnDatabase[]>;
  /** There too: the one with the history. */
  var openDatabase: (version?: number) => Promise<IDBDatabase>;
  /** There too: what a request comes to. */
  var waitFor: <T>(request: IDBRequest<T>) => Promise<T>;
}

/** Gives a page of Docent's own `listDatabases`, `openDatabase` and `waitFor`, for functions that run in it. */
export async function showDatabases(own: Page): Promise<void> {
  await own.evaluate(() => {
    globalThis.waitFor = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
    const listIn = async (factory: IDBFactory) => (await factory.databases()).map(({ name = '' }) => ({ name, open: (version?: number) => waitFor(factory.open(name, version)) }));
    globalThis.listDatabases = async () => {
      const { storageBuckets } = navigator as unknown as { storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> } };
      const newestFirst = (await storageBuckets.keys()).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
      const factories = await Promise.all(newestFirst.map(async (name) => (await storageBuckets.open(name)).indexedDB));
      const all = (await Promise.all([...factories, indexedDB].map(listIn))).flat();
      return all.sort((a, b) => a.name.length - b.name.length);
    };
    globalThis.openDatabase = async (version) => {
      const [database] = await listDatabases();
      if (!database) throw new Error('There is no database.');
      return database.open(version);
    };
  });
}
