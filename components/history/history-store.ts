import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { ConversationRow } from '~/lib/shared/conversation';

/** Rows that are fetched together: about as many as are in sight. */
const PAGE = 8;

export interface Listing {
  /** What the rows were searched for. */
  query: string;
  /** Undefined until it is known. */
  total: number | undefined;
  /** Those that were fetched, by their place in the list. */
  rows: ReadonlyMap<number, ConversationRow>;
  error: AppErrorData | undefined;
}

/**
 * The list of conversations, of which only what is looked at is fetched. While one search is under way the next waits, and
 * only the last that was wanted meanwhile is made: whoever types fast never waits for what was typed before.
 */
export class HistoryStore {
  #listing: Listing = { query: '', total: undefined, rows: new Map(), error: undefined };
  #wanted = '';
  #searching = false;
  /** Something has changed since the search under way was asked for. */
  #isStale = false;
  /** Pages that are under way, of the present listing. */
  #fetching = new Set<number>();
  /** Where the reader is: what is fetched first when the list has changed. */
  #near = 0;
  readonly #onChange: (listing: Listing) => void;

  constructor(onChange: (listing: Listing) => void) {
    this.#onChange = onChange;
  }

  get listing(): Listing {
    return this.#listing;
  }

  search(query: string): void {
    this.#wanted = query;
    this.#near = 0;
    if (!this.#searching) void this.#search();
  }

  /** The list has changed elsewhere, or something in it was. */
  refresh(): void {
    this.#isStale = true;
    if (!this.#searching) void this.#search();
  }

  /** Has the rows from one place to another fetched. */
  need(from: number, to: number): void {
    const { rows, total = 0 } = this.#listing;
    this.#near = from;
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, total); page++) {
      if (!rows.has(page * PAGE) && !this.#fetching.has(page)) void this.#fetch(page);
    }
  }

  async #search(): Promise<void> {
    this.#searching = true;
    let query: string;
    do {
      query = this.#wanted;
      this.#isStale = false;
      const page = Math.floor(this.#near / PAGE);
      const fetching = new Set<number>();
      try {
        const { total, rows } = await call('findConversations', { query, offset: page * PAGE, limit: PAGE });
        this.#fetching = fetching;
        this.#set({ query, total, rows: new Map(rows.map((row, i) => [page * PAGE + i, row])), error: undefined });
      } catch (thrown) {
        this.#set({ ...this.#listing, error: toAppError(thrown).data });
      }
    } while (query !== this.#wanted || this.#isStale);
    this.#searching = false;
  }

  async #fetch(page: number): Promise<void> {
    const fetching = this.#fetching;
    fetching.add(page);
    try {
      const { query } = this.#listing;
      const { total, rows } = await call('findConversations', { query, offset: page * PAGE, limit: PAGE });
      // Another listing has taken its place.
      if (fetching !== this.#fetching) return;
      const all = new Map(this.#listing.rows);
      for (const [i, row] of rows.entries()) all.set(page * PAGE + i, row);
      this.#set({ ...this.#listing, total, rows: all });
    } catch (thrown) {
      if (fetching === this.#fetching) this.#set({ ...this.#listing, error: toAppError(thrown).data });
    } finally {
      fetching.delete(page);
    }
  }

  #set(listing: Listing): void {
    this.#listing = listing;
    this.#onChange(listing);
  }
}
