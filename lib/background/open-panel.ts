import { browser } from 'wxt/browser';

/** Firefox's API, which the types of Chromium's lack. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel. Browsers allow this only within the reader's own gesture: call it before anything is
 * awaited. Failing to open is no reason to fail the run; its answer waits in the thread.
 */
export function openPanel(tabId: number): void {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  const opening = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ tabId });
  opening.catch((thrown: unknown) => console.warn('The side panel did not open.', thrown));
}
