import { withoutDeleted } from '~/lib/shared/run-tree';
import { termsOf } from '~/lib/shared/search-terms';
import { parseUrl } from '~/lib/shared/url';
import { type NewConversation, StoredConversation } from './conversation-record';
import { type Transaction, useDatabase } from './database';
import { changePostings, PLACES, type PostingsChange, readTerms, writeTerms } from './postings';
import { chunksOf, joinTexts, StoredRun, threadOf } from './run-store';

/**
 * Conversations that are brought into the index in one transaction. Many at once, as after an import, share most of their rows:
 * that is several times faster than some at a time, and keeps other writing waiting for a second or two.
 */
const BATCH = 256;

let indexing: Promise<void> = Promise.resolve();

/**
 * Brings into the index what it does not know yet. A background that ends in the middle loses nothing: what is not in the
 * index is marked so, until it is. Throws `storage-full`, `storage-newer` or `storage-failed`.
 * @param atLeast of fewer conversations it takes no notice
 */
export function indexStale(atLeast = 1): Promise<void> {
  const done = indexing.catch(() => undefined).then(async () => {
    while (await indexBatch(atLeast));
  });
  indexing = done.catch(() => undefined);
  return done;
}

/** Resolves to whether there may be more. */
function indexBatch(atLeast: number): Promise<boolean> {
  return useDatabase(async (database) => {
    // Nearly always there is nothing to do, and a transaction for writing would keep others waiting.
    if ((await database.countFromIndex('conversations', 'byStale')) < atLeast) return false;
    const transaction = database.transaction(['conversations', 'postings', 'searchTexts', 'runs', 'chunks'], 'readwrite');
    const stale = await transaction.objectStore('conversations').index('byStale').getAll(null, BATCH);
    const changes = await Promise.all(stale.map((stored) => prepare(transaction, stored)));
    await changePostings(transaction, changes.filter((change) => change !== undefined));
    await transaction.done;
    return stale.length === BATCH;
  });
}

/** What changes for one conversation, which is no longer marked. */
async function prepare(transaction: Transaction<'readwrite'>, stored: NewConversation): Promise<PostingsChange | undefined> {
  const { number } = stored;
  if (number === undefined) return undefined;
  const unmarked = { ...stored };
  delete unmarked.stale;
  await transaction.objectStore('conversations').put(unmarked);
  const conversation = StoredConversation.safeParse(stored).data;
  // One that cannot be read is not searched.
  if (!conversation) return undefined;
  const before = readTerms((await transaction.objectStore('searchTexts').get(number))?.terms);
  const { terms: after, text } = await collect(transaction, conversation);
  await transaction.objectStore('searchTexts').put({ number, terms: writeTerms(after), text });
  return { number, before, after };
}

interface Collected {
  terms: Map<string, number>;
  text: string;
}

/** What was deleted is not found, also while that can be taken back. */
async function collect(transaction: Transaction<'readwrite'>, { id, title, named, questionAt, page }: StoredConversation): Promise<Collected> {
  const stored = await transaction.objectStore('runs').index('byThread').getAll(threadOf(id));
  const runs = stored.flatMap((run) => StoredRun.safeParse(run).data ?? []);
  const kept = new Set(withoutDeleted(runs));
  const deleted = runs.filter((run) => !kept.has(run));
  const terms = new Map<string, number>();
  const texts: string[] = [];
  const add = (text: string, place: number) => {
    for (const term of termsOf(text)) terms.set(term, (terms.get(term) ?? 0) | place);
    // A question that is the title already says nothing new.
    if (place < PLACES.title && text && text !== title) texts.push(text);
  };
  // A question that was deleted is the title until it is gone.
  if (named || !deleted.some(({ position }) => position === questionAt)) add(title, PLACES.title);
  for (const term of termsOf(`${page.title} ${parseUrl(page.url)?.host ?? ''}`)) terms.set(term, (terms.get(term) ?? 0) | PLACES.question);
  // The text of one that is damaged can be found all the same.
  for (const run of stored) {
    if (deleted.some((each) => each.id === run.id)) continue;
    const { request } = StoredRun.safeParse(run).data ?? {};
    if (request && 'question' in request) add(request.question, PLACES.question);
    add(joinTexts(await transaction.objectStore('chunks').getAll(chunksOf(run.id))).text, PLACES.answer);
  }
  return { terms, text: texts.join('\n\n') };
}
