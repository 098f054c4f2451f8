import type { QueuedItem } from '~/lib/storage/player-session';
import { forgetPosition, keepPosition } from '~/lib/storage/reading-positions';
import type { Narrator } from './narrator';
import { PageReading } from './page-reading';

/** Keeps where the reader is on a page, for the next time. Selections and answers are short. */
export async function keepPlace({ item, isPrivate }: QueuedItem, { position, reading }: Narrator): Promise<void> {
  if (item.kind !== 'page' || !position || !(reading instanceof PageReading)) return;
  await keepPosition({ url: item.url, position, text: reading.quote(position) }, isPrivate);
}

/** The page was read to its end: next time it begins at the start. */
export async function forgetPlace({ item, isPrivate }: QueuedItem): Promise<void> {
  if (item.kind === 'page') await forgetPosition(item.url, isPrivate);
}
