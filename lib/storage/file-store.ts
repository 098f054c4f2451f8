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

/** Files of private windows, in the background's own memory: too large for what the browser keeps for a session, and never on disk. */
const held = new Map<string, StoredFile>();
const MOST_HELD = 3;

/** Keeps the bytes of a file; of a private window only while this background lives. Throws `storage-full` or `storage-failed`. */
export async function putFile(file: StoredFile, isPrivate: boolean): Promise<void> {
  if (!isPrivate) return void (await useDatabase((database) => database.put('files', file)));
  for (const oldest of held.keys()) if (held.size >= MOST_HELD) held.delete(oldest);
  held.set(file.id, file);
}

/** A file with its bytes; undefined when it is not kept, or no longer. Throws `storage-failed`. */
export async function getFile(id: string): Promise<StoredFile | undefined> {
  return held.get(id) ?? StoredFile.safeParse(await useDatabase((database) => database.get('files', id))).data;
}

/** Forgets the files of a conversation that are in memory only. */
export function forgetHeldFiles(threadId: string): void {
  for (const [id, file] of held) if (file.threadId === threadId) held.delete(id);
}

/** Throws `storage-failed`. */
export async function removeFile(id: string): Promise<void> {
  held.delete(id);
  await useDatabase((database) => database.delete('files', id));
}
