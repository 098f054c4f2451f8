import { browser } from 'wxt/browser';
import { Tray } from '~/lib/shared/tray';
import { toStorageError, useDatabase } from './database';
import { forgetHeldFiles } from './file-store';
import { forgetSessionTexts, textsOf } from './text-store';

/** Trays of conversations, in memory for the browser's session: that of a private window is not on disk either. */
const KEY = 'tray:';

export async function readTray(threadId: string): Promise<Tray | undefined> {
  const key = KEY + threadId;
  return Tray.safeParse((await browser.storage.session.get(key))[key]).data;
}

/** Throws `storage-full` or `storage-failed`. */
export async function keepTray(tray: Tray): Promise<void> {
  try {
    await browser.storage.session.set({ [KEY + tray.threadId]: tray });
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

/**
 * No tab shows the conversation any more: its tray is forgotten, and what was given and read for the session.
 * @param unused nothing was ever asked in it: nobody would find its files again
 */
export async function forgetTray(threadId: string, unused: boolean): Promise<void> {
  await browser.storage.session.remove(KEY + threadId);
  forgetHeldFiles(threadId);
  await forgetSessionTexts(threadId);
  if (unused) await forgetFiles([threadId]);
}

/** Forgets files of conversations that are in no history and in no tab: those of a browser that ended with a file in a tray. */
export async function forgetLostFiles(shown: ReadonlySet<string>): Promise<void> {
  const threads = await useDatabase(async (database) => {
    const transaction = database.transaction(['files', 'conversations']);
    const lost: string[] = [];
    const known = transaction.objectStore('conversations').index('byThread');
    for (let at = await transaction.objectStore('files').index('byThread').openKeyCursor(null, 'nextunique'); at; at = await at.continue()) {
      if (!shown.has(at.key) && (await known.getKey(at.key)) === undefined) lost.push(at.key);
    }
    return lost;
  });
  await forgetFiles(threads);
}

async function forgetFiles(threads: readonly string[]): Promise<void> {
  if (threads.length === 0) return;
  await useDatabase(async (database) => {
    const transaction = database.transaction(['files', 'texts'], 'readwrite');
    const files = transaction.objectStore('files');
    for (const threadId of threads) {
      await transaction.objectStore('texts').delete(textsOf(threadId));
      for (const id of await files.index('byThread').getAllKeys(threadId)) await files.delete(id);
    }
    await transaction.done;
  });
}
