import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { withLimit } from '../time-limit';

/** Milliseconds a tab may take to be loaded again. */
const LIMIT = 20_000;

/** Loads a tab that the browser has unloaded, where it is: it does not come to the front. Throws `page-discarded` when it does not come in time. */
export async function loadTab(tabId: number, signal: AbortSignal): Promise<void> {
  let listen: ((changed: number, info: { status?: string }) => void) | undefined;
  const loaded = new Promise<void>((resolve) => {
    listen = (changed, { status }) => {
      if (changed === tabId && status === 'complete') resolve();
    };
    browser.tabs.onUpdated.addListener(listen);
  });
  try {
    await browser.tabs.reload(tabId);
    await withLimit(loaded, LIMIT, new AppError('page-discarded'), signal);
  } finally {
    if (listen) browser.tabs.onUpdated.removeListener(listen);
  }
}
