import type { Transaction } from './database';

/**
 * Where words stand, as an inverted index in the database: nothing of it is held in memory between two searches, whose cost
 * grows with what is found and hardly with what is kept. A row holds all terms with the same first two letters, of 256
 * conversations: so a word of a query reads one row in 256 conversations, and a conversation of 200 different words changes
 * some 100 rows. All conversations with a term that begins with a letter stand in a row of that letter.
 *
 * A row is a text: the number of its block as a character, then a line for each term, `\nterm\tpostings`, where a posting is a
 * character: `FIRST` + 8 × (number of the conversation within the block) + places.
 */

/** Conversations in one row. */
const BLOCK = 256;
const FIRST = 0x100;
const PLACES_BITS = 3;
/** The sign of a row of all terms with one letter, which no word begins with. */
const LETTER = '^';

/** The texts in which a term stands, as bits: the better place is the greater. */
export const PLACES = { answer: 1, question: 2, title: 4 } as const;

/** The terms of one conversation with their places. */
export type PlacedTerms = ReadonlyMap<string, number>;

/** What the index knows of a conversation and what it is to know, nothing for one that is gone. */
export interface PostingsChange {
  number: number;
  before: PlacedTerms;
  after: PlacedTerms;
}

/** What changes in a row: the places of conversations by term, none where the term is gone. */
interface RowChange {
  key: [string, number];
  terms: Map<string, Map<number, number>>;
}

/** Brings the rows from what they were to what they are to be; each row is read and written once for all conversations. */
export async function changePostings(transaction: Transaction<'readwrite'>, changes: readonly PostingsChange[]): Promise<void> {
  const rows = new Map<string, RowChange>();
  for (const { number, before, after } of changes) {
    const [old, present] = [withLetters(before), withLetters(after)];
    const block = Math.floor(number / BLOCK);
    for (const term of new Set([...old.keys(), ...present.keys()])) {
      const places = present.get(term) ?? 0;
      if (places !== (old.get(term) ?? 0)) note(rows, term, block, number % BLOCK, places);
    }
  }
  const store = transaction.objectStore('postings');
  await Promise.all(
    [...rows.values()].map(async ({ key, terms }) => {
      const row = changeRow(await store.get(key), key[1], terms);
      if (row) await store.put(row, key);
      else await store.delete(key);
    }),
  );
}

function note(rows: Map<string, RowChange>, term: string, block: number, within: number, places: number): void {
  const name = rowOf(term);
  let row = rows.get(`${block} ${name}`);
  if (!row) rows.set(`${block} ${name}`, (row = { key: [name, block], terms: new Map() }));
  const known = row.terms.get(term);
  if (known) known.set(within, places);
  else row.terms.set(term, new Map([[within, places]]));
}

/** The terms of two letters and more, and the letters that terms begin with. */
function withLetters(terms: PlacedTerms): Map<string, number> {
  const all = new Map<string, number>();
  for (const [term, places] of terms) {
    const [letter = ''] = term;
    all.set(LETTER + letter, (all.get(LETTER + letter) ?? 0) | places);
    if (term !== letter) all.set(term, places);
  }
  return all;
}

function rowOf(term: string): string {
  if (term.startsWith(LETTER)) return term;
  const [first = '', second = ''] = term;
  return first + second;
}

function changeRow(stored: unknown, block: number, changes: RowChange['terms']): string | undefined {
  const lines = new Map<string, string>();
  if (typeof stored === 'string') {
    for (const line of stored.slice(2).split('\n')) {
      const [term = '', postings = ''] = line.split('\t');
      lines.set(term, postings);
    }
  }
  for (const [term, places] of changes) {
    const postings = changeLine(lines.get(term) ?? '', places);
    if (postings) lines.set(term, postings);
    else lines.delete(term);
  }
  if (lines.size === 0) return undefined;
  return String.fromCharCode(block) + [...lines].map(([term, postings]) => `\n${term}\t${postings}`).join('');
}

function changeLine(postings: string, changes: ReadonlyMap<number, number>): string {
  const kept = [...postings].filter((posting) => !changes.has((posting.charCodeAt(0) - FIRST) >> PLACES_BITS));
  const added = [...changes].filter(([, places]) => places > 0).map(([within, places]) => String.fromCharCode(FIRST + (within << PLACES_BITS) + places));
  return [...kept, ...added].join('');
}

/** By number of a conversation the places where a word begins so; 0, or nothing beyond the end, for those without. */
export async function findTerm(transaction: Transaction<'readonly'>, beginning: string): Promise<Uint8Array> {
  const term = [...beginning].length === 1 ? LETTER + beginning : beginning;
  const name = rowOf(term);
  // An array sorts after everything that it begins with.
  const stored: unknown[] = await transaction.objectStore('postings').getAll(IDBKeyRange.bound([name], [name, []]));
  const rows = stored.filter((row) => typeof row === 'string');
  const blocks = rows.reduce((most, row) => Math.max(most, row.charCodeAt(0) + 1), 0);
  const found = new Uint8Array(blocks * BLOCK);
  for (const row of rows) gather(row, `\n${term}`, found);
  return found;
}

function gather(row: string, lineStart: string, found: Uint8Array): void {
  const first = row.charCodeAt(0) * BLOCK;
  for (let line = row.indexOf(lineStart, 1); line >= 0; line = row.indexOf(lineStart, line + 1)) {
    for (let at = row.indexOf('\t', line) + 1; at < row.length; at++) {
      const posting = row.charCodeAt(at) - FIRST;
      if (posting < 0) break;
      const number = first + (posting >> PLACES_BITS);
      found[number] = (found[number] ?? 0) | (posting & ((1 << PLACES_BITS) - 1));
    }
  }
}

/** The terms as one text, to be kept. */
export function writeTerms(terms: PlacedTerms): string {
  return [...terms].map(([term, places]) => `${places}${term}`).join(' ');
}

export function readTerms(stored: unknown): PlacedTerms {
  if (typeof stored !== 'string' || !stored) return new Map();
  return new Map(stored.split(' ').map((entry) => [entry.slice(1), Number(entry[0])]));
}
