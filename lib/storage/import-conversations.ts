import { ExportedConversation, ExportedRun } from '~/lib/shared/history-file';
import { isLive } from '~/lib/shared/run-kinds';
import { asTitle, type NewConversation, noteRun, rankOf, StoredConversation } from './conversation-record';
import { forgetOrder } from './conversation-order';
import { type Transaction, useDatabase } from './database';
import { asInterrupted, StoredRequest, threadOf, withoutTexts } from './run-store';

export interface Imported {
  outcome: 'added' | 'known' | 'old' | 'damaged';
  /** Runs that cannot be read; the others are taken in all the same. */
  damagedRuns: number;
}

/**
 * Takes in a conversation of a file, or what is lacking of it here. Nothing that is here is changed.
 * @param since milliseconds since 1970: an older one is not taken in, unless it is pinned
 */
export async function importConversation(given: unknown, since: number): Promise<Imported> {
  const conversation = ExportedConversation.safeParse(given).data;
  if (!conversation) return { outcome: 'damaged', damagedRuns: 0 };
  const runs = conversation.runs.flatMap((run) => ExportedRun.safeParse(run).data ?? []).map((run) => ({ ...run, threadId: conversation.id }));
  const damagedRuns = conversation.runs.length - runs.length;
  if (runs.length === 0) return { outcome: 'damaged', damagedRuns };
  if (conversation.updatedAt < since && !conversation.pinned) return { outcome: 'old', damagedRuns };
  return useDatabase(async (database) => {
    const transaction = database.transaction(['conversations', 'runs', 'chunks', 'requests', 'parts'], 'readwrite');
    const lacking = [];
    for (const run of runs) if ((await transaction.objectStore('runs').getKey(run.id)) === undefined) lacking.push(run);
    const stored = await transaction.objectStore('conversations').index('byThread').get(conversation.id);
    if (lacking.length === 0 && stored) return { outcome: 'known', damagedRuns };
    for (const run of lacking) await addRun(transaction, run);
    const answers = await transaction.objectStore('runs').index('byThread').count(threadOf(conversation.id));
    const known = StoredConversation.safeParse(stored).data;
    const merged = known ? addTo(known, lacking, answers) : begin(conversation, runs, answers);
    await transaction.objectStore('conversations').put({ ...merged, ...(stored?.number === undefined ? {} : { number: stored.number }), stale: 1 });
    await transaction.done;
    forgetOrder();
    return { outcome: 'added', damagedRuns };
  });
}

async function addRun(transaction: Transaction<'readwrite'>, { position, sent, keptParts = [], ...run }: ExportedRun): Promise<void> {
  // Nobody works on it here.
  const resting = isLive(run) ? asInterrupted(run) : run;
  await transaction.objectStore('runs').put(withoutTexts(resting, position));
  if (run.text || run.reasoning) await transaction.objectStore('chunks').put({ runId: run.id, seq: 0, text: run.text, reasoning: run.reasoning });
  for (const part of keptParts) await transaction.objectStore('parts').put({ ...part, runId: run.id });
  if (sent) await transaction.objectStore('requests').put(StoredRequest.parse({ ...sent, runId: run.id }));
}

/** What the reader called it and did with it here counts more than what a file says. */
function addTo(known: NewConversation, runs: readonly ExportedRun[], answers: number): NewConversation {
  return runs.reduce((merged, run) => noteRun(merged, run, answers, run.createdAt), known);
}

function begin(given: ExportedConversation, runs: readonly ExportedRun[], answers: number): NewConversation {
  const noted = runs.reduce<NewConversation | undefined>((merged, run) => noteRun(merged, run, answers, run.createdAt), undefined);
  if (!noted) throw new Error('a conversation without runs');
  const { page, pinned, createdAt, updatedAt, named, title } = given;
  const placed = { ...noted, page, pinned, createdAt, updatedAt, ...(named ? { named, title: asTitle(title) } : {}) };
  return { ...placed, rank: rankOf(placed) };
}
