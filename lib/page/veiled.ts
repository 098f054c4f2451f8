import type { Snapshot } from './snapshot';

/** Characters of visible text that make a page, were it a single line, and of hidden text that make a veil worth lifting. */
const BARE = 40;
const VEILED = 1000;

/**
 * Whether the page hides itself as a whole, as many do until their scripts have run (against flicker, or against
 * being framed): the body or one element around everything is hidden, and the reader sees nothing at all yet. That
 * is no text kept from the reader, who will see it in a moment.
 */
export function isVeiled({ root, shown, hidden }: Snapshot): boolean {
  if (shown >= BARE || hidden.length === 0) return false;
  const lengths = hidden.map(({ text }) => text.length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  if (all < VEILED) return false;
  return root.element.checkVisibility?.({ visibilityProperty: true }) === false || lengths.some((length) => length >= all * 0.9);
}
