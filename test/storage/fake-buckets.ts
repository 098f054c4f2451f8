import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import type { StorageBuckets } from '~/lib/storage/bucket-homes';

/** Storage buckets as Chromium has them, each with databases of its own. What is opened in one that was deleted is closed by the browser. */
export class FakeBuckets implements StorageBuckets {
  readonly #factories = new Map<string, IDBFactory>();

  open(name: string): Promise<{ indexedDB: globalThis.IDBFactory }> {
    let factory = this.#factories.get(name);
    if (!factory) this.#factories.set(name, (factory = new IDBFactory()));
    return Promise.resolve({ indexedDB: factory });
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#factories.keys()].sort());
  }

  delete(name: string): Promise<void> {
    closeAll(this.#factories.get(name));
    this.#factories.delete(name);
    return Promise.resolve();
  }

  /** The background has died. */
  closeAll(): void {
    for (const factory of this.#factories.values()) closeAll(factory);
  }
}

/** Closes all connections, as a browser does. */
export function closeAll(factory: unknown): void {
  const databases = (factory as { _databases?: Map<string, { connections: Connection[] }> } | undefined)?._databases;
  for (const { connections } of databases?.values() ?? []) for (const connection of [...connections]) forceCloseDatabase(connection);
}

type Connection = Parameters<typeof forceCloseDatabase>[0];
