/** As much of a store as is needed to keep a record in it and forget the oldest; `byAge` is its index of when they were made. */
export interface AgingStore<V> {
  put(value: V): Promise<unknown>;
  count(): Promise<number>;
  index(name: 'byAge'): { openCursor(): Promise<AgingCursor | null> };
}
interface AgingCursor {
  delete(): Promise<void>;
  continue(): Promise<AgingCursor | null>;
}

/** Keeps a record among at most so many. Counting is quick, and only what is too much is touched. */
export async function putAmong<V>(store: AgingStore<V>, value: V, most: number): Promise<void> {
  await store.put(value);
  let surplus = (await store.count()) - most;
  for (let at = surplus > 0 ? await store.index('byAge').openCursor() : null; at && surplus > 0; at = await at.continue(), surplus--) await at.delete();
}
