import { browser } from 'wxt/browser';
import { DRAFT_KEY } from '~/lib/shared/draft-key';

/** The unsent message of a thread; empty when there is none. Here it outlives its window and the background; the background keeps it beyond the browser's end (`keep-drafts.ts`). */
export async function loadDraft(threadId: string): Promise<string> {
  const key = DRAFT_KEY + threadId;
  // Loaded late: with it the panel's message box would wait for 10 kB of script more.
  const { Draft } = await import('~/lib/shared/draft');
  const stored = await browser.storage.session.get(key).catch((): Record<string, unknown> => ({}));
  return Draft.safeParse(stored[key]).data ?? '';
}

/** An empty one is forgotten. What cannot be kept lives as long as the window. */
export function keepDraft(threadId: string, text: string): void {
  const key = DRAFT_KEY + threadId;
  const kept = text ? browser.storage.session.set({ [key]: text }) : browser.storage.session.remove(key);
  kept.catch((thrown: unknown) => console.warn('Docent: the draft is not kept.', thrown));
}
