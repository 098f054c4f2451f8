import { GuardLogEntry } from '~/lib/shared/guard';
import { putAmong } from './aging-store';
import { useDatabase } from './database';

/** Entries kept; the oldest are forgotten as new ones come. */
export const MOST_LOG_ENTRIES = 2_000;

/** Adds a line to the log of the guard. Nothing of a private window may come here. Throws `storage-full` or `storage-failed`. */
export async function addToGuardLog(entry: GuardLogEntry): Promise<void> {
  await useDatabase(async (database) => {
    const { store, done } = database.transaction('guardLog', 'readwrite');
    // The schema drops what it does not name: nothing else of a run gets in by mistake.
    await Promise.all([putAmong(store, GuardLogEntry.parse(entry), MOST_LOG_ENTRIES), done]);
  });
}

/** The whole log, newest first. Entries that cannot be read are left out. Throws `storage-failed`. */
export async function readGuardLog(): Promise<GuardLogEntry[]> {
  const stored = await useDatabase((database) => database.getAllFromIndex('guardLog', 'byAge'));
  return stored.flatMap((entry) => GuardLogEntry.safeParse(entry).data ?? []).reverse();
}

/** Empties the log. Throws `storage-failed`. */
export async function clearGuardLog(): Promise<void> {
  await useDatabase((database) => database.clear('guardLog'));
}
