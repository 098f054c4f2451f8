import { browser } from 'wxt/browser';
import type { PictureList } from '~/lib/messaging/picture-calls';
import { AppError } from '~/lib/shared/app-error';
import { originPattern } from '~/lib/shared/base-url';
import type { PagePicture } from '~/lib/shared/picture';
import { mayLeadTo } from '~/lib/shared/public-address';
import { webOrigin } from '~/lib/shared/url';
import { findByAddresses, pictureAddress } from '~/lib/storage/descriptions';
import { getSettings } from '~/lib/storage/settings';
import { getTab } from '../read-tab';
import { identifyDocument } from './identify-document';
import { mayShow, notesOf } from './kept-description';
import { listTabPictures } from './find-pictures';
import { findLanguage } from './prepare-describing';
import type { Listing, TabPictures } from './tab-pictures';

/** Lists the pictures of the tab's page. Those described earlier join the tab's batch as `known`. Throws `page-…` codes. */
export async function listPictures(tab: TabPictures): Promise<PictureList> {
  const { listing, more } = await look(tab);
  const pictures = [...listing.pictures.values()];
  const { url = '' } = await getTab(tab.tabId);
  const origin = webOrigin(url);
  return { pictures, more, closedOrigins: await findClosedOrigins(pictures, url), ...(origin ? { restoreOrigin: origin } : {}) };
}

/** The pictures of the document that the tab shows now, as listed before if they were. Throws `page-…` codes. */
export async function presentListing(tab: TabPictures): Promise<Listing> {
  const { listing } = tab;
  return listing && listing.document === (await identifyDocument(tab.tabId)) ? listing : renewListing(tab);
}

/** The pictures that the tab's page holds now, those described earlier among the tab's batch as `known`. Throws `page-…` codes. */
export async function renewListing(tab: TabPictures): Promise<Listing> {
  return (await look(tab)).listing;
}

async function look(tab: TabPictures): Promise<{ listing: Listing; more: number }> {
  const { settings } = await getSettings();
  const { pictures, more } = await listTabPictures(tab.tabId, settings.pictures.maxSide);
  const document = await identifyDocument(tab.tabId);
  if (document === undefined) throw new AppError('page-navigated');
  const listing = { document, pictures: new Map(pictures.map((picture) => [picture.id, picture])) };
  tab.show(listing);
  await recall(tab, pictures);
  return { listing, more };
}

/** Finds by their addresses what was described earlier, and may be shown unasked. */
async function recall(tab: TabPictures, pictures: readonly PagePicture[]): Promise<void> {
  const [{ url = '' }, { settings: { guard } }] = await Promise.all([getTab(tab.tabId), getSettings()]);
  const known = await findByAddresses(pictures.flatMap(({ src }) => pictureAddress(src, url) ?? []), await findLanguage(tab.tabId));
  const items = pictures.flatMap(({ id, src }) => {
    const description = known.get(pictureAddress(src, url) ?? '');
    if (!description || !mayShow(guard, description)) return [];
    tab.remember(id, description);
    return [{ id, state: 'known' as const, text: description.text, model: description.model, ...notesOf(guard, description) }];
  });
  tab.addKnown(items);
}

/** Origins whose pictures Docent could have, were it allowed to. */
async function findClosedOrigins(pictures: readonly PagePicture[], page: string): Promise<string[]> {
  const origins = new Set(pictures.flatMap(({ src }) => (mayLeadTo(src, page) ? (webOrigin(src) ?? []) : [])));
  origins.delete(webOrigin(page) ?? '');
  const isClosed = async (origin: string) => !(await browser.permissions.contains({ origins: [originPattern(origin)] }).catch(() => false));
  const closed = await Promise.all([...origins].map(async (origin) => ((await isClosed(origin)) ? [origin] : [])));
  return closed.flat();
}
