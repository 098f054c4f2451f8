import { browser } from 'wxt/browser';
import { ImagePart } from '~/lib/shared/chat';
import { PageContent } from '~/lib/shared/page-content';
import { RunPicture } from '~/lib/shared/picture';
import { z } from '~/lib/shared/zod';
import { toStorageError, useDatabase } from './database';

/** What was read of an attachment, or of the page beside some: asking again needs neither the tab nor the file once more. */
export const KeptText = z.object({
  threadId: z.string(),
  /** `attachmentKey`, or `PAGE_KEY`. */
  key: z.string(),
  /** Its text, judged. Without blocks for a picture. */
  page: PageContent,
  /** A picture, as it is shown and as it is sent. */
  picture: z.optional(z.object({ shown: RunPicture, images: z.array(ImagePart) })),
});
export type KeptText = z.infer<typeof KeptText>;

/** Key of the page itself among the texts of a conversation. */
export const PAGE_KEY = 'page';

/** Of private windows: in memory, never on disk, beside their runs (`session-runs.ts`). */
const KEY = 'privateText:';

const sessionKey = ({ threadId, key }: Pick<KeptText, 'threadId' | 'key'>) => `${KEY}${threadId}:${key}`;

/** Every key of a conversation's texts: arrays sort after strings. */
export function textsOf(threadId: string): IDBKeyRange {
  return IDBKeyRange.bound([threadId], [threadId, []]);
}

/** Keeps a text, in the place of an earlier one of the same. Throws `storage-full` or `storage-failed`. */
export async function putText(text: KeptText, isPrivate: boolean): Promise<void> {
  if (isPrivate) await inSession(() => browser.storage.session.set({ [sessionKey(text)]: text }));
  else await useDatabase((database) => database.put('texts', text));
}

/** A text that was kept, wherever; undefined when there is none, or none that can be read. Throws `storage-failed`. */
export async function getText(threadId: string, key: string): Promise<KeptText | undefined> {
  const name = sessionKey({ threadId, key });
  const stored: unknown = (await inSession(() => browser.storage.session.get(name)))[name] ?? (await useDatabase((database) => database.get('texts', [threadId, key])));
  return KeptText.safeParse(stored).data;
}

/** Forgets a text, wherever it was kept. Throws `storage-failed`. */
export async function forgetText(threadId: string, key: string): Promise<void> {
  await inSession(() => browser.storage.session.remove(sessionKey({ threadId, key })));
  await useDatabase((database) => database.delete('texts', [threadId, key]));
}

/** Forgets what was kept of a conversation for the session. */
export async function forgetSessionTexts(threadId: string): Promise<void> {
  const names = Object.keys(await inSession(() => browser.storage.session.get(null))).filter((name) => name.startsWith(`${KEY}${threadId}:`));
  if (names.length > 0) await inSession(() => browser.storage.session.remove(names));
}

async function inSession<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}
