import { toAppError } from '~/lib/shared/app-error';
import { useDatabase } from './database';
import { fromRecord, type ImageStore, toRecord } from './image-store';

/** Bytes kept; the pictures that were longest not sent are forgotten as new ones come. */
const KEPT_BYTES = 200_000_000;
/** What is kept when the disk is full. */
const KEPT_WHEN_FULL = 50_000_000;

/** Pictures in IndexedDB: they outlive the browser, as the runs do that show them. */
export const indexedImages: ImageStore = {
  async put(image) {
    // Bytes, not the blob: some browsers keep blobs as files of their own, which can be lost while the record stays.
    const stored = { ...toRecord(image), bytes: await image.blob.arrayBuffer() };
    const write = () => useDatabase((database) => database.put('images', stored));
    try {
      await write();
    } catch (thrown) {
      if (toAppError(thrown).code !== 'storage-full') throw thrown;
      await prune(KEPT_WHEN_FULL);
      await write();
    }
    await prune(KEPT_BYTES);
  },

  async get(id) {
    const stored: unknown = await useDatabase((database) => database.get('images', id));
    const bytes = (stored as { bytes?: unknown } | undefined)?.bytes;
    return bytes instanceof ArrayBuffer ? fromRecord(stored, new Uint8Array(bytes)) : undefined;
  },
};

/** Forgets the oldest pictures until the others come to no more than `most` bytes. Reads keys only, never the pictures. */
async function prune(most: number): Promise<void> {
  await useDatabase(async (database) => {
    const transaction = database.transaction('images', 'readwrite');
    let room = most;
    for (let at = await transaction.store.index('byUse').openKeyCursor(null, 'prev'); at; at = await at.continue()) {
      const [, size] = at.key;
      room -= size;
      if (room < 0) await transaction.store.delete(at.primaryKey);
    }
    await transaction.done;
  });
}
