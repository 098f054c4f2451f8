import type { ImportReport } from '~/lib/messaging/history-calls';
import { announceChange } from '~/lib/messaging/wake';
import { purgeDeleted } from '~/lib/storage/delete-conversations';
import { importConversation } from '~/lib/storage/import-conversations';
import { indexStale } from '~/lib/storage/search-index';
import { keptSince } from './keep-history';

/** Conversations that are brought into the search together, and milliseconds after which the last ones are. */
const TOGETHER = 200;
const REST = 500;

let rest: ReturnType<typeof setTimeout> | undefined;

/** Takes in conversations of a file, each by itself: one that cannot be read spoils no other. */
export async function importConversations(conversations: readonly unknown[]): Promise<ImportReport> {
  // What was just deleted comes back as new.
  await purgeDeleted(Date.now());
  const report: ImportReport = { added: 0, known: 0, old: 0, damaged: 0 };
  const since = await keptSince();
  for (const conversation of conversations) {
    const { outcome, damagedRuns } = await importConversation(conversation, since);
    report[outcome]++;
    report.damaged += damagedRuns;
  }
  await indexStale(TOGETHER);
  clearTimeout(rest);
  rest = setTimeout(() => {
    // What a background does not come to, the next one does.
    indexStale().then(() => announceChange('history'), () => undefined);
  }, REST);
  return report;
}
