import { browser } from 'wxt/browser';
import { DRAFT_KEY } from '~/lib/shared/draft-key';

/** Forgets the unsent message of a thread, or of all. */
export async function forgetDrafts(threadId?: string): Promise<void> {
  const keys = threadId === undefined ? Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(DRAFT_KEY)) : [DRAFT_KEY + threadId];
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
