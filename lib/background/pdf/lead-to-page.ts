import { browser } from 'wxt/browser';
import { webOrigin } from '~/lib/shared/url';
import { findPdfPassword } from '~/lib/storage/pdf-passwords';
import { getTab, withoutHash } from '../read-tab';
import { findOrigin } from './made-by-form';

/** Milliseconds for a tab to take on an address that differs in its end only. */
const LIMIT = 2_000;

/**
 * Turns the browser's viewer of documents, which goes by its address, to a page. `false` where that cannot be without loss: then
 * nothing has changed.
 */
export async function leadToPage(tabId: number, url: string, page: number): Promise<boolean> {
  const address = `${withoutHash(url)}#page=${page}`;
  if (import.meta.env.FIREFOX) {
    await browser.tabs.update(tabId, { url: address });
    return true;
  }
  // Chromium's viewer looks at its address only as it opens the file: that must be one that can be opened again, unasked.
  if (!(await canReload(tabId, url))) return false;
  await changeAddress(tabId, address);
  await browser.tabs.reload(tabId);
  return true;
}

/** The file would be another one if a form has made it, and the viewer would ask for its password again. */
async function canReload(tabId: number, url: string): Promise<boolean> {
  if ((await findPdfPassword(tabId, withoutHash(url))) !== undefined) return false;
  return webOrigin(url) === undefined || (await findOrigin(tabId)) === 'address';
}

/** Resolves once the tab has the address: until then, a reload would be one of the former address. */
async function changeAddress(tabId: number, address: string): Promise<void> {
  if ((await getTab(tabId)).url === address) return;
  const { promise: changed, resolve } = Promise.withResolvers<void>();
  const listen = (id: number, { url }: { url?: string }) => {
    if (id === tabId && url === address) resolve();
  };
  browser.tabs.onUpdated.addListener(listen);
  await browser.tabs.update(tabId, { url: address });
  await Promise.race([changed, new Promise((late) => setTimeout(late, LIMIT))]);
  browser.tabs.onUpdated.removeListener(listen);
}
