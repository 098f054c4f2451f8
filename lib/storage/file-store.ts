import { z } from '~/lib/shared/zod';
import { useDatabase } from './database';

/** A file that a reader has attached to a conversation. */
export const StoredFile = z.object({
  id: z.string(),
  threadId: z.string(),
  name: z.string(),
  /** As it was found to be (`readFile`), not as it was named. */
  mediaType: z.string(),
  bytes: z.instanceof(ArrayBuffer),
  /** Milliseconds since 1970. */
  addedAt: z.number(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** Keeps the bytes of a file. Never for a private window: of such a file only what was read of it is kept, in memory. Throws `storage-full` or `storage-failed`. */
export async function putFile(file: StoredFile): Promise<void> {
  await useDatabase((database) => database.put('files', file));
}

/** A file with its bytes; undefined when it is not kept, or no longer. Throws `storage-failed`. */
export async function getFile(id: string): Promise<StoredFile | undefined> {
  return StoredFile.safeParse(await useDatabase((database) => database.get('files', id))).data;
}

/** Throws `storage-failed`. */
export async function removeFile(id: string): Promise<void> {
  await useDatabase((database) => database.delete('files', id));
}
