import { browser } from 'wxt/browser';
import { originPattern } from '~/lib/shared/base-url';
import type { ActiveTab } from './active-tab';
import { keepDraft, loadDraft } from './drafts';

/** What Firefox has in the place of a side panel; unknown to the polyfill's types of Chromium. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * The browser as `components/platform.tsx` wants it. Opening the panel and asking for a permission need the
 * reader's gesture, which any await would lose: both reach the browser in the same turn.
 */
export function createPlatform(active: () => ActiveTab | undefined) {
  return {
    openSidePanel(): void {
      const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
      if (sidebarAction) {
        sidebarAction.open().then(closePopup, report);
        return;
      }
      const id = active()?.windowId;
      if (id !== undefined) browser.sidePanel.open({ windowId: id }).catch(report);
    },
    openOptions(section?: 'welcome'): void {
      if (!section) {
        browser.runtime.openOptionsPage().then(closePopup, report);
        return;
      }
      const url = `${browser.runtime.getURL('/options.html')}#${section}`;
      browser.tabs.create({ url }).then(closePopup, report);
    },
    showTab(tabId: number): void {
      const show = async () => {
        const tab = await browser.tabs.update(tabId, { active: true });
        if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
      };
      show().then(closePopup, report);
    },
    requestOrigin(origin: string): Promise<boolean> {
      return browser.permissions.request({ origins: [originPattern(origin)] });
    },
    requestOrigins(origins: readonly string[]): Promise<boolean> {
      return browser.permissions.request({ origins: origins.map(originPattern) });
    },
    requestTabs(): Promise<boolean> {
      return browser.permissions.request({ permissions: ['tabs'] });
    },
    loadDraft: (threadId: string) => loadDraft(threadId, active()?.incognito ?? false),
    keepDraft: (threadId: string, text: string) => keepDraft(threadId, text, active()?.incognito ?? false),
    hasOrigin(origin: string): Promise<boolean> {
      return browser.permissions.contains({ origins: [originPattern(origin)] });
    },
  };
}

/** Firefox leaves a popup open above the sidebar or tab that it has opened; Chromium closes it with the next click. */
function closePopup(): void {
  if (import.meta.env.FIREFOX && location.pathname === '/popup.html') window.close();
}

function report(thrown: unknown): void {
  console.error('Docent:', thrown);
}
