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
