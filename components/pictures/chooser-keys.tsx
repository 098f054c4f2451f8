import { useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { ChooserState } from '~/lib/messaging/picture-calls';
import { watchChooser } from '~/lib/messaging/watch-chooser';
import { RegionSteering } from './region-steering';

/** Takes the keyboard for the region chooser of a tab for as long as that is open, whoever has opened it. */
export function ChooserKeys({ tabId }: { tabId: number }) {
  const [{ open, status }, setState] = useState<ChooserState>({ open: false, status: '' });
  useEffect(() => {
    const gone = new AbortController();
    watchChooser(tabId, setState, gone.signal);
    return () => gone.abort();
  }, [tabId]);
  if (!open) return null;
  // A key for a chooser that has just closed is nobody's.
  return <RegionSteering status={status} onKey={(key) => void call('steerRegion', { tabId, key }).catch(() => undefined)} />;
}
