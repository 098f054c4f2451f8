import { browser } from 'wxt/browser';

export interface ActiveTab {
  tabId: number;
  windowId: number;
  incognito: boolean;
}

/**
 * The tab a page of the extension is about: the one named in its address (`?tabId=`, for a popup or panel that
 * is opened as a page of its own), else the active tab of its window.
 */
export async function findActiveTab(): Promise<ActiveTab | undefined> {
  const pinned = pinnedTab();
  if (pinned !== undefined) {
    const { id: windowId, incognito } = await browser.windows.getCurrent();
    return windowId === undefined ? undefined : { tabId: pinned, windowId, incognito };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { tabId: tab.id, windowId: tab.windowId, incognito: tab.incognito };
}

/**
 * Reports the active tab of this window now and whenever it changes; `onPage` whenever that tab shows another page.
 * Ends when the signal aborts.
 */
export function followActiveTab(
  onTab: (tab: ActiveTab) => void,
  onPage: (tabId: number) => void,
  signal: AbortSignal,
): void {
  let current: ActiveTab | undefined;
  const take = (tab: ActiveTab | undefined) => {
    if (!tab || signal.aborted) return;
    current = tab;
    onTab(tab);
  };
  const onActivated = ({ tabId, windowId }: Pick<ActiveTab, 'tabId' | 'windowId'>) => {
    // All tabs of a window are private, or none.
    if (windowId === current?.windowId) take({ ...current, tabId });
  };
  const onUpdated = (tabId: number, changed: { status?: string; title?: string; url?: string }) => {
    if (tabId !== current?.tabId) return;
    // Without access to the tab only its status is told.
    if (changed.url || changed.title || changed.status === 'complete') onPage(tabId);
  };
  void findActiveTab().then(take);
  browser.tabs.onUpdated.addListener(onUpdated);
  if (pinnedTab() === undefined) browser.tabs.onActivated.addListener(onActivated);
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onActivated.removeListener(onActivated);
  });
}

function pinnedTab(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tabId') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}
