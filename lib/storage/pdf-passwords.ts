import { browser } from 'wxt/browser';
import { z } from '~/lib/shared/zod';

/**
 * Passwords of PDF files that tabs show, in `storage.session`: memory that outlives the background, ends with the browser and
 * is closed to content scripts. Nothing of it is ever on disk.
 */
const Entry = z.object({ url: z.string(), password: z.string() });

const keyOf = (tabId: number) => `pdf-password:${tabId}`;

/** Stands for the address of an attached file. */
export const fileAddress = (fileId: string) => `docent-file:${fileId}`;

export async function keepPdfPassword(tabId: number, url: string, password: string): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: { url, password } });
}

/** The password given for the file of this address in this tab. */
export async function findPdfPassword(tabId: number, url: string): Promise<string | undefined> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get(key).catch((): Record<string, unknown> => ({}));
  const entry = Entry.safeParse(stored[key]).data;
  return entry?.url === url ? entry.password : undefined;
}

export async function forgetPdfPassword(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId)).catch(() => undefined);
}
