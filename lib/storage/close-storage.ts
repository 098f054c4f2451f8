import { browser } from 'wxt/browser';

/**
 * Chromium opens `storage.local` to content scripts, and so to a page that has broken into their process: it could read
 * the settings and set a server of its own. Docent's content scripts need none of it. Firefox has no such switch.
 * (https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel)
 */
export async function closeStorage(): Promise<void> {
  const local: { setAccessLevel?: (access: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } = browser.storage.local;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
