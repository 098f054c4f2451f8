import { useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { onChangeAnnounced } from '~/lib/messaging/wake';
import type { DaySpending } from '~/lib/shared/spending';

/** What today has cost so far, as it grows; undefined until it is known. */
export function useSpending(wanted: boolean): DaySpending | undefined {
  const [spending, setSpending] = useState<DaySpending>();
  useEffect(() => {
    if (!wanted) return undefined;
    const stop = new AbortController();
    const load = () => void call('getSpending', {}).then(setSpending, () => undefined);
    load();
    onChangeAnnounced('spending', load, stop.signal);
    // Another day may have begun meanwhile.
    window.addEventListener('focus', load, { signal: stop.signal });
    return () => stop.abort();
  }, [wanted]);
  return wanted ? spending : undefined;
}
