import { useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { TabInfo } from '~/lib/messaging/protocol';

/** Title, address and readability of a tab; asked for again when `version` changes (the tab has loaded another page). */
export function useTab(tabId: number | undefined, version = 0): TabInfo | undefined {
  const [info, setInfo] = useState<TabInfo>();
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let wanted = true;
    call('getTab', { tabId }).then(
      (found) => wanted && setInfo(found),
      () => wanted && setInfo(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [tabId, version]);
  return info?.tabId === tabId ? info : undefined;
}
