import { useEffect, useMemo, useState } from 'preact/hooks';
import { onChangeAnnounced } from '~/lib/messaging/wake';
import { HistoryStore, type Listing } from './history-store';

/** The conversations as they are now, and whatever becomes of them while they are looked at. */
export function useHistory(): { store: HistoryStore; listing: Listing } {
  const [listing, setListing] = useState<Listing>();
  const store = useMemo(() => new HistoryStore(setListing), []);
  useEffect(() => {
    const gone = new AbortController();
    onChangeAnnounced('history', () => store.refresh(), gone.signal);
    store.refresh();
    return () => gone.abort();
  }, [store]);
  return { store, listing: listing ?? store.listing };
}
