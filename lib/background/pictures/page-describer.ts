import { AppError, type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { PageImage } from '~/lib/shared/page-content';
import type { PagePicture, PictureEstimate, PictureProgress } from '~/lib/shared/picture';
import type { PictureWords } from '~/lib/shared/speech';
import { getSettings } from '~/lib/storage/settings';
import { acceptHost } from '../accept-host';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { describePicture, preparePicture } from './describe-picture';
import { estimate } from './estimate';
import { presentListing } from './list-pictures';
import type { PictureTabs } from './picture-tabs';
import { type DescribeSetup, findServer, prepareDescribing } from './prepare-describing';
import { findTabPicture } from './find-pictures';
import { ServerPause } from './server-pause';
import type { Listing, TabPictures } from './tab-pictures';

/** Milliseconds that preparing may take: the server may have to be asked for its models. */
const PATIENCE = 60_000;
/** Pictures of one page that are described without an estimate before, once the reader has agreed to the server. */
const UNASKED = 20;

/** Describes pictures of one document as a narration comes to them. The page is not moved: it is being read. */
export class PageDescriber {
  readonly #platform: Platform;
  readonly #tabs: PictureTabs;
  readonly #tabId: number;
  readonly #document: string;
  readonly #pause = new ServerPause();
  #setup: Promise<DescribeSetup> | undefined;

  /** `document`: see `identifyDocument`. */
  constructor(platform: Platform, tabs: PictureTabs, tabId: number, document: string) {
    this.#platform = platform;
    this.#tabs = tabs;
    this.#tabId = tabId;
    this.#document = document;
  }

  /**
   * Why so many pictures may not be described without asking the reader: `no-key`, `needs-model`, or `not-accepted`, which
   * an estimate and `accept` overcome. Asks no server.
   */
  async findObstacle(count: number): Promise<AppErrorData | undefined> {
    const { settings } = await getSettings();
    try {
      const host = hostOf((await findServer(settings)).baseUrl);
      const isFree = settings.sendAcceptedHosts.includes(host) && settings.player.limit > 0 && count <= UNASKED;
      return isFree ? undefined : { code: 'not-accepted', host };
    } catch (thrown) {
      return toAppError(thrown).data;
    }
  }

  /** The reader has seen what the pictures come to, and agrees to send them. */
  async accept(): Promise<void> {
    const { settings } = await getSettings();
    // Accepting that cannot be stored still holds for this page.
    await acceptHost(hostOf(settings.baseUrl)).catch((thrown: unknown) => console.warn('Not stored.', thrown));
    this.#setup = undefined;
  }

  /** What describing these pictures comes to. Throws as `prepareDescribing`, and `page-…` codes. */
  async estimate(images: readonly PageImage[]): Promise<PictureEstimate> {
    const { tab, listing } = await this.#look();
    const found = await Promise.all(images.map((image) => this.#find(listing, image)));
    const lacking = found.filter((about) => about !== undefined && !aboutKnown(tab, about)) as PagePicture[];
    return estimate(await this.#prepare(), lacking);
  }

  /** What can be said of a picture, by a server if need be. Throws what keeps it from that. */
  describe(image: PageImage, signal: AbortSignal): Promise<PictureWords> {
    return keepAliveDuring(this.#describe(image, signal));
  }

  async #describe(image: PageImage, signal: AbortSignal): Promise<PictureWords> {
    const { tab, listing } = await this.#look();
    const about = await this.#find(listing, image);
    if (!about) throw new AppError('image-gone');
    const known = aboutKnown(tab, about);
    if (known) return known;
    const setup = await this.#prepare();
    signal.throwIfAborted();
    const { id } = about;
    const tell = (item: PictureProgress) => tab.document === this.#document && tab.change(item);
    tell({ id, state: 'working' });
    try {
      const job = { about, setup };
      const prepared = await preparePicture(this.#platform, tab, job, { reveal: false, address: true }, signal);
      const item = await describePicture(this.#platform, tab, job, prepared, signal, {
        mayAsk: () => this.#pause.over(signal),
        pauses: (error, times) => this.#pause.heed(error, times),
      });
      tell(item);
      return { kind: 'described', text: item.text ?? '', byAi: true };
    } catch (thrown) {
      tell(signal.aborted ? { id, state: 'stopped' } : { id, state: 'failed', error: toAppError(thrown).data });
      throw thrown;
    }
  }

  async #look(): Promise<{ tab: TabPictures; listing: Listing }> {
    const tab = await this.#tabs.ofTab(this.#tabId);
    const listing = await presentListing(tab);
    if (listing.document !== this.#document) throw new AppError('page-navigated');
    return { tab, listing };
  }

  /** The picture of the listing that a page's text names; its address may be of another size. */
  async #find({ pictures }: Listing, { src }: PageImage): Promise<PagePicture | undefined> {
    const listed = pictures.values().find((picture) => picture.src === src);
    if (listed) return listed;
    const { settings } = await getSettings();
    const found = await findTabPicture(this.#tabId, { src }, settings.pictures.maxSide);
    return found ? (pictures.get(found.id) ?? found) : undefined;
  }

  /** Once for all pictures of the page. */
  #prepare(): Promise<DescribeSetup> {
    const setup = (this.#setup ??= prepareDescribing(this.#platform, this.#tabId, AbortSignal.timeout(PATIENCE)));
    setup.catch(() => this.#setup === setup && (this.#setup = undefined));
    return setup;
  }
}

/** What is known of a picture without asking a server; what the page calls decoration is not described. */
function aboutKnown(tab: TabPictures, { id, name, added, decorative }: PagePicture): PictureWords | undefined {
  const text = tab.find(id)?.text ?? added;
  if (text !== undefined) return { kind: 'described', text, byAi: true };
  if (name !== undefined) return { kind: 'described', text: name, byAi: false };
  return decorative ? { kind: 'none', tell: false } : undefined;
}
