import type { Home, Homes } from './home';
import { firstHome, isWhole, removeFirstHome } from './named-homes';

/** As much of the Storage Buckets API as is used. (https://wicg.github.io/storage-buckets/) */
export interface StorageBuckets {
  open(name: string, options?: { persisted?: boolean }): Promise<{ indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}

const BUCKET = /^docent-(\d+)$/;

/** Only Chromium has them, since version 122. */
export function findBuckets(): StorageBuckets | undefined {
  return (navigator as { storageBuckets?: StorageBuckets }).storageBuckets;
}

/**
 * Chromium keeps all databases of an origin in one set of files; a bucket's lie in a folder of their own, which is deleted with it.
 * A database that stands outside of all buckets, as they once did, counts as the oldest.
 */
export function makeBucketHomes(buckets: StorageBuckets): Homes {
  const list = async () => (await buckets.keys()).flatMap((name) => BUCKET.exec(name)?.[1] ?? []).map(Number);
  return {
    async find() {
      const numbers = (await list()).sort((a, b) => b - a);
      for (const number of numbers) {
        const home = await openBucket(buckets, number);
        if (await isWhole(home)) return home;
      }
      return (await isWhole(firstHome)) ? firstHome : openBucket(buckets, Math.max(1, ...numbers));
    },

    async next() {
      return openBucket(buckets, 1 + Math.max(0, ...(await list())));
    },

    async keepOnly(home) {
      const { number: kept } = home as Partial<BucketHome>;
      for (const number of await list()) if (number !== kept) await buckets.delete(bucketName(number));
      if (home !== firstHome) await removeFirstHome();
    },
  };
}

interface BucketHome extends Home {
  number: number;
}

async function openBucket(buckets: StorageBuckets, number: number): Promise<BucketHome> {
  // Kept when the disk gets short, where the browser grants that; it asks nobody.
  const { indexedDB: factory } = await buckets.open(bucketName(number), { persisted: true });
  return { number, factory, nameOf: (database) => database };
}

const bucketName = (number: number) => `docent-${number}`;
