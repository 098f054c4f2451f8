import { AppError } from '~/lib/shared/app-error';
import type { PagePicture, PictureEstimate } from '~/lib/shared/picture';
import { acceptHost } from '../accept-host';
import type { Platform } from '../platform';
import { estimate } from './estimate';
import { presentListing } from './list-pictures';
import type { PictureTabs } from './picture-tabs';
import { prepareDescribing } from './prepare-describing';
import type { TabPictures } from './tab-pictures';

/** What describing some pictures will come to; those that are described already cost nothing. Throws as `prepareDescribing`. */
export async function estimatePictures(platform: Platform, tab: TabPictures, ids: readonly string[]): Promise<PictureEstimate> {
  const setup = await prepareDescribing(platform, tab.tabId, AbortSignal.timeout(60_000));
  const pictures = await choose(tab, ids);
  return estimate(setup, pictures.filter(({ id }) => tab.find(id)?.text === undefined));
}

/**
 * Begins to describe pictures, or adds them to those under way.
 * @param accept the reader has seen where pictures are sent to, and agrees
 * @throws AppError `not-accepted` before anything is sent to a host for the first time; as `prepareDescribing` and `listPictures`
 */
export async function describePictures(
  platform: Platform,
  tabs: PictureTabs,
  { tabId, ids, accept }: { tabId: number; ids: readonly string[]; accept: boolean },
): Promise<void> {
  const [tab, queue] = await Promise.all([tabs.ofTab(tabId), tabs.queueOf(tabId)]);
  const setup = await prepareDescribing(platform, tabId, AbortSignal.timeout(60_000));
  const { host, settings } = setup;
  if (!settings.sendAcceptedHosts.includes(host)) {
    if (!accept) throw new AppError('not-accepted', { host });
    // Accepting that cannot be stored still holds for these pictures; the next ask again.
    await acceptHost(host).catch((thrown: unknown) => console.warn('Not stored.', thrown));
  }
  queue.add(setup, await choose(tab, ids));
}

/** Ids that the page does not have (it may be another one by now) are left out; `page-navigated` when none is left. */
async function choose(tab: TabPictures, ids: readonly string[]): Promise<PagePicture[]> {
  const { document } = tab;
  const listing = await presentListing(tab);
  if (document !== undefined && document !== listing.document) throw new AppError('page-navigated');
  return [...new Set(ids)].flatMap((id) => listing.pictures.get(id) ?? []);
}
