import { browser } from 'wxt/browser';
import { originPattern } from '~/lib/shared/base-url';
import type { OpenTab } from '~/lib/shared/tray';
import { webOrigin } from '~/lib/shared/url';
import { findBlock } from '../forbidden-pages';
import { getTab } from '../read-tab';

/**
 * The other open tabs, those of the same window first. Without permission the browser names but few of them. None of a private
 * window, unless the tab that is asked in is one itself.
 */
export async function listTabs(tabId: number): Promise<{ tabs: OpenTab[]; hidden: number }> {
  const [asking, all] = await Promise.all([browser.tabs.get(tabId), browser.tabs.query({}), getTab(tabId)]);
  const others = all.filter(({ id, incognito }) => id !== undefined && id !== tabId && (!incognito || asking.incognito));
  const named = others.filter(({ url }) => url !== undefined && url !== '');
  const tabs = await Promise.all(named.map(async ({ id = 0, title = '', url = '', windowId, discarded, status }): Promise<OpenTab> => {
    const blocked = findBlock(url, import.meta.env.FIREFOX);
    const allowed = !blocked && webOrigin(url) !== undefined && (await browser.permissions.contains({ origins: [originPattern(url)] }));
    return { tabId: id, title, url, here: windowId === asking.windowId, discarded: discarded === true || status === 'unloaded', allowed, ...(blocked ? { blocked: blocked.data } : {}) };
  }));
  return { tabs: tabs.sort((a, b) => Number(b.here) - Number(a.here)), hidden: others.length - named.length };
}
