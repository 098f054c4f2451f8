import type { DBSchema } from 'idb';
import { z } from '~/lib/shared/zod';
import { HomeDatabase, openInHome } from './home-database';

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

/** Speech in the present home. */
export function makeAudioDatabase(): HomeDatabase<AudioSchema> {
  return new HomeDatabase((home, onClosed) =>
    openInHome(
      home,
      'docent-audio',
      1,
      (database) => {
        database.createObjectStore('files');
        database.createObjectStore('entries', { keyPath: 'key' }).createIndex('byUse', 'usedAt');
      },
      onClosed,
    ),
  );
}
