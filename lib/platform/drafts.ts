import { browser } from 'wxt/browser';
import { DRAFT_KEY, PRIVATE_DRAFT_KEY } from '~/lib/shared/draft-key';

/**
 * The unsent message of a thread; empty when there is none. Here it outlives its window and the background; the background keeps
 * it beyond the browser's end (`keep-drafts.ts`), but not what is written in a private window.
 * @param isPrivate this window is: what was written in an ordinary one is found there, too
 */
export async function loadDraft(threadId: string, isPrivate: boolean): Promise<string> {
  const keys = [...(isPrivate ? [PRIVATE_DRAFT_KEY] : []), DRAFT_KEY].map((key) => key + threadId);
  // Loaded late: with it the panel's message box would wait for 10 kB of script more.
  const { Draft } = await import('~/lib/shared/draft');
  const stored = await browser.storage.session.get(keys).catch((): Record<string, unknown> => ({}));
  return keys.flatMap((key) => Draft.safeParse(stored[key]).data ?? [])[0] ?? '';
}

/** An empty one is forgotten. What cannot be kept lives as long as the window. */
export function keepDraft(threadId: string, text: string, isPrivate: boolean): void {
  const key = (isPrivate ? PRIVATE_DRAFT_KEY : DRAFT_KEY) + threadId;
  const kept = text ? browser.storage.session.set({ [key]: text }) : browser.storage.session.remove(key);
  kept.catch((thrown: unknown) => console.warn('Docent: the draft is not kept.', thrown));
}
