import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb';
import type { DatabaseName, Home } from './home';
import { forgetHome, useHome } from './present-home';

type Upgrade<S extends DBSchema> = (database: IDBPDatabase<S>, oldVersion: number, transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>) => void;

/** Opens a database in a home. `onClosed`: the browser has closed it, or it was closed because somebody else wants to change or delete it. */
export async function openInHome<S extends DBSchema>(home: Home, name: DatabaseName, version: number | undefined, upgrade?: Upgrade<S>, onClosed?: () => void): Promise<IDBPDatabase<S>> {
  const opening = home.factory.open(home.nameOf(name), version);
  opening.onupgradeneeded = ({ oldVersion }) => {
    const { transaction } = opening;
    if (transaction) upgrade?.(wrap(opening.result) as unknown as IDBPDatabase<S>, oldVersion, wrap(transaction) as unknown as IDBPTransaction<S, StoreNames<S>[], 'versionchange'>);
  };
  const database = (await wrap(opening)) as unknown as IDBPDatabase<S>;
  database.addEventListener('versionchange', () => {
    onClosed?.();
    database.close();
  });
  database.addEventListener('close', () => {
    forgetHome(home);
    onClosed?.();
  });
  return database;
}

/** A database in the present home, opened once, and again after it was closed or its home has changed. */
export class HomeDatabase<S extends DBSchema> {
  readonly #open: (home: Home, onClosed: () => void) => Promise<IDBPDatabase<S>>;
  #opened: { home: Home; database: Promise<IDBPDatabase<S>> } | undefined;

  constructor(open: (home: Home, onClosed: () => void) => Promise<IDBPDatabase<S>>) {
    this.#open = open;
  }

  use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    return useHome(async (home) => work(await this.openIn(home)));
  }

  openIn(home: Home): Promise<IDBPDatabase<S>> {
    if (this.#opened?.home !== home) {
      // It may be open still: of a home that the browser has closed in part.
      void this.#opened?.database.then((database) => database.close(), () => undefined);
      const forget = () => {
        if (this.#opened === opened) this.#opened = undefined;
      };
      const opened = { home, database: this.#open(home, forget) };
      opened.database.catch(() => {
        forget();
        forgetHome(home);
      });
      this.#opened = opened;
    }
    return this.#opened.database;
  }
}
