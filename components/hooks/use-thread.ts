import { useEffect, useState } from 'preact/hooks';
import { watchThread } from '~/lib/messaging/watch';
import { type Thread, ThreadStore } from './thread-store';

const NOTHING: Thread = new ThreadStore().thread;

/** The thread of a tab as it changes; `loading` until the tab and its thread are known. */
export function useThread(tabId: number | undefined): Thread {
  const [thread, setThread] = useState(NOTHING);
  useEffect(() => {
    setThread(NOTHING);
    if (tabId === undefined) return;
    const gone = new AbortController();
    const store = new ThreadStore();
    store.subscribe(() => setThread(store.thread));
    watchThread(tabId, (event) => store.apply(event), gone.signal);
    return () => gone.abort();
  }, [tabId]);
  return thread;
}
