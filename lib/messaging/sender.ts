import { browser } from 'wxt/browser';

/** As much of the browser's `MessageSender` as the check needs. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/**
 * Whether a message or Port comes from a page of this extension. Content scripts carry our id too, but the address
 * of the page they run in; other extensions carry another id.
 */
export function isOwnPage(sender: Sender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL('/')) ?? false);
}
