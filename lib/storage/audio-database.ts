import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from '~/lib/shared/zod';

/** A kept file. */
export const StoredAudio = z.object({
  bytes: z.instanceof(Uint8Array<ArrayBuffer>),
  mediaType: z.string(),
  seconds: z.optional(z.number()),
});
export type StoredAudio = z.infer<typeof StoredAudio>;

export interface AudioSchema extends DBSchema {
  files: { key: string; value: StoredAudio };
  /** Size and last use of each file, apart from the files, so that making room reads no sound. */
  entries: { key: string; value: { key: string; size: number; usedAt: number }; indexes: { byUse: number } };
}

const NAME = 'docent-audio';

export function openAudioDatabase(onClosed: () => void): Promise<IDBPDatabase<AudioSchema>> {
  return openDB<AudioSchema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('files');
      database.createObjectStore('entries', { keyPath: 'key' }).createIndex('byUse', 'usedAt');
    },
    terminated: onClosed,
  });
}

let opening: Promise<IDBPDatabase<AudioSchema>> | undefined;

/**
 * The file that the `AudioCache` of the background keeps under a name; `undefined` when it keeps none. Needs nothing but
 * IndexedDB: the offscreen document has no `storage` API. Throws what the database throws.
 */
export async function readStoredAudio(name: string): Promise<StoredAudio | undefined> {
  opening ??= openAudioDatabase(() => (opening = undefined));
  try {
    return StoredAudio.safeParse(await (await opening).get('files', name)).data;
  } catch (thrown) {
    opening = undefined;
    throw thrown;
  }
}
