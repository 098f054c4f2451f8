import type { Transaction } from './database';

/**
 * The numbers of all conversations in their order, held while the background lives and nothing changes: four bytes each, where
 * reading them takes some 20 ms for 10,000. Only the background writes to the database, so it knows when they change.
 */
let order: readonly number[] | undefined;
let version = 0;

/** Whoever has changed which conversations are listed, or in what order, says so once it is written. */
export function forgetOrder(): void {
  order = undefined;
  version++;
}

/** Pinned ones first, then the latest first. */
export async function loadOrder(transaction: Transaction<'readonly'>): Promise<readonly number[]> {
  if (order) return order;
  const present = version;
  const numbers = (await transaction.objectStore('conversations').index('byRank').getAllKeys()).reverse();
  if (present === version) order = numbers;
  return numbers;
}
