import { Conversation, type ConversationRow } from '~/lib/shared/conversation';
import { cutExcerpt, markMatches } from '~/lib/shared/mark-matches';
import { queryTerms, queryWords } from '~/lib/shared/search-terms';
import { StoredConversation } from './conversation-record';
import { loadOrder } from './conversation-order';
import { type Transaction, useDatabase } from './database';
import { findTerm, PLACES } from './postings';

export interface FoundConversations {
  /** All that there are, of which `rows` are some. */
  total: number;
  rows: ConversationRow[];
}

/**
 * The conversations that hold every word of the query, the last word and all others as beginnings: those with all of them in
 * the title first, then those with all in title and questions, each the latest first. Without a word all of them, pinned ones
 * first. Costs a few milliseconds among 10,000. Throws `storage-failed`.
 */
export function findConversations(query: string, offset: number, limit: number): Promise<FoundConversations> {
  return useDatabase(async (database) => {
    const transaction = database.transaction(['conversations', 'postings', 'searchTexts']);
    const [order, found] = await Promise.all([
      loadOrder(transaction),
      Promise.all(queryTerms(query).map((term) => findTerm(transaction, term))),
    ]);
    const numbers = found.length > 0 ? rank(order, found) : order;
    const words = queryWords(query);
    const rows = await Promise.all(numbers.slice(offset, offset + limit).map((number) => loadRow(transaction, number, words)));
    return { total: numbers.length, rows };
  });
}

/** Better places first; within the same the order stays. */
function rank(order: readonly number[], found: readonly Uint8Array[]): number[] {
  const classes: number[][] = [[], [], []];
  for (const number of order) {
    let worst: number = PLACES.title;
    for (const places of found) worst = Math.min(worst, places[number] ?? 0);
    if (worst === 0) continue;
    classes[worst >= PLACES.title ? 0 : worst >= PLACES.question ? 1 : 2]?.push(number);
  }
  return classes.flat();
}

async function loadRow(transaction: Transaction<'readonly'>, number: number, words: readonly string[]): Promise<ConversationRow> {
  const stored: unknown = await transaction.objectStore('conversations').get(number);
  // The schema drops what windows need not know.
  const conversation = StoredConversation.safeParse(stored).success ? Conversation.parse(stored) : undefined;
  if (!conversation || words.length === 0) return { number, ...(conversation ? { conversation } : {}) };
  const marks = markMatches(conversation.title, words);
  const text: unknown = (await transaction.objectStore('searchTexts').get(number))?.text;
  const excerpt = typeof text === 'string' ? cutExcerpt(text, words) : undefined;
  return { number, conversation, ...(marks.length > 0 ? { marks } : {}), ...(excerpt ? { excerpt } : {}) };
}
