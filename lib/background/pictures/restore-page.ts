import type { PagePicture } from '~/lib/shared/picture';
import { findDescription, hasDescriptions, keepAddress, pictureAddress } from '~/lib/storage/descriptions';
import { getSettings } from '~/lib/storage/settings';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { getTab } from '../read-tab';
import { acquirePicture } from './acquire';
import { writeIntoPage } from './add-to-page';
import { mayShow, mayStandAlone, notesOf } from './kept-description';
import { renewListing } from './list-pictures';
import type { PictureTabs } from './picture-tabs';
import { findLanguage } from './prepare-describing';
import type { TabPictures } from './tab-pictures';

/** Milliseconds between two looks at one tab; twice as many each time that its page does not stop telling of pictures meanwhile. */
const REST = 2_000;
const LONGEST_REST = 60_000;
/** Pictures of one document whose content is looked at because their address is not known. */
const MOST_LOOKED_AT = 60;

/** Puts known descriptions back into pages of origins that the reader has named. Asks no server, ever. */
export class Restorer {
  readonly #platform: Platform;
  readonly #tabs: PictureTabs;
  /** Tabs that are being looked at, and whether their pages have told of pictures since. */
  readonly #busy = new Map<number, { again: boolean }>();

  constructor(platform: Platform, tabs: PictureTabs) {
    this.#platform = platform;
    this.#tabs = tabs;
  }

  /** A page of the tab says that it has pictures. Never throws: what cannot be put back is merely missing. */
  async handlePing(tabId: number, origin: string): Promise<void> {
    const busy = this.#busy.get(tabId);
    if (busy) {
      busy.again = true;
      return;
    }
    const round = { again: true };
    this.#busy.set(tabId, round);
    try {
      for (let rest = REST; round.again; rest = Math.min(rest * 2, LONGEST_REST)) {
        round.again = false;
        const { settings } = await getSettings();
        if (!settings.pictures.restoreOrigins.includes(origin)) break;
        await keepAliveDuring(restore(this.#platform, await this.#tabs.ofTab(tabId)));
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
    } catch (thrown) {
      console.debug('Descriptions were not put back.', thrown);
    } finally {
      this.#busy.delete(tabId);
    }
  }
}

async function restore(platform: Platform, tab: TabPictures): Promise<void> {
  if (!(await hasDescriptions())) return;
  const { pictures } = await renewListing(tab);
  // The reader has taken the descriptions out of this very page.
  if (tab.isCleared) return;
  const language = await findLanguage(tab.tabId);
  for (const picture of pictures.values()) {
    if (tab.live || tab.isCleared) return;
    if (picture.added !== undefined || tab.lookedAt.has(picture.id)) continue;
    const known = tab.find(picture.id)?.text;
    if (known === undefined && (picture.name !== undefined || picture.decorative || ++tab.unknownLookedAt > MOST_LOOKED_AT)) continue;
    tab.lookedAt.add(picture.id);
    const text = await recognize(platform, tab, picture, known, language);
    if (text !== undefined) await writeIntoPage(tab.tabId, [{ ref: { id: picture.id }, text }], language);
  }
}

/**
 * The description of a picture by its content: another picture may stand at a known address by now, and a known one at
 * another. What is known by the address counts where the content is closed to Docent. One that is shown with a warning only
 * is not written into the page, which has no room for it.
 */
async function recognize(platform: Platform, tab: TabPictures, { id, src }: PagePicture, known: string | undefined, language: string): Promise<string | undefined> {
  const { settings } = await getSettings();
  const { pictures: { maxSide }, guard } = settings;
  const signal = AbortSignal.timeout(20_000);
  const acquired = await acquirePicture(tab.tabId, { id }, { maxSide, mayReveal: false, mayUseAddress: false }, platform, signal).catch(() => undefined);
  if (!acquired) return tab.find(id)?.guard?.some(({ outcome }) => outcome === 'warned') ? undefined : known;
  const description = await findDescription(acquired.hash, language);
  if (!description || !mayShow(guard, description)) {
    if (known !== undefined) tab.forget(id);
    return undefined;
  }
  tab.remember(id, description);
  tab.change({ id, state: 'known', text: description.text, model: description.model, ...notesOf(guard, description) });
  const { url = '' } = await getTab(tab.tabId);
  const address = pictureAddress(src, url);
  if (address !== undefined && !tab.isPrivate) await keepAddress(address, description.hash).catch(() => undefined);
  return mayStandAlone(guard, description) ? description.text : undefined;
}
