import { useEffect, useState } from 'preact/hooks';
import { onChangeAnnounced } from '~/lib/messaging/wake';

/** Grows whenever what is attached in some window has changed. */
export function useTrayChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    onChangeAnnounced('attachments', () => setChanges((count) => count + 1), stop.signal);
    return () => stop.abort();
  }, []);
  return changes;
}
