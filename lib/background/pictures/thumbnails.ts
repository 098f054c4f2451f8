import { AppError } from '~/lib/shared/app-error';
import { runReader } from './run-reader';
import type { TabPictures } from './tab-pictures';

/** Pictures whose thumbnails are made in one call. */
const MOST = 24;
/** CSS pixels of a thumbnail's longer side, twice, for screens with fine pixels. */
const SIDE = 160;

/**
 * Thumbnails by picture id: drawn in the page, or, where the page may not read the picture, kept from an earlier
 * description. Throws `bad-message` for too many, and `page-…` codes.
 */
export async function getThumbnails(tab: TabPictures, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length > MOST) throw new AppError('bad-message', { detail: `more than ${MOST} thumbnails` });
  const drawn = await runReader(tab.tabId, 'thumbnails', { ids: [...ids], side: SIDE });
  const missing = ids.filter((id) => !Object.hasOwn(drawn, id));
  const kept = missing.flatMap((id) => {
    const thumbnail = tab.thumbnailOf(id);
    return thumbnail ? [[id, thumbnail] as const] : [];
  });
  return { ...drawn, ...Object.fromEntries(kept) };
}
