import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { loadBatch, removeBatch } from '~/lib/storage/picture-batches';
import type { Platform } from '../platform';
import { DescribeQueue } from './describe-queue';
import { identifyDocument } from './identify-document';
import { TabPictures } from './tab-pictures';

interface OpenTab {
  pictures: TabPictures;
  queue: DescribeQueue;
}

/** The pictures of all tabs, as far as this background was asked about them. */
export class PictureTabs {
  readonly #platform: Platform;
  readonly #open = new Map<number, Promise<OpenTab>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async ofTab(tabId: number): Promise<TabPictures> {
    return (await this.#find(tabId)).pictures;
  }

  async queueOf(tabId: number): Promise<DescribeQueue> {
    return (await this.#find(tabId)).queue;
  }

  /** The tab may show another document: what is being described in the one before ends. */
  async followTab(tabId: number): Promise<void> {
    const open = await this.#open.get(tabId);
    if (!open?.pictures.live) return;
    const { document } = open.pictures;
    if ((await identifyDocument(tabId)) !== document && open.pictures.document === document) open.queue.stop({ code: 'page-navigated' });
  }

  /** The tab is gone, and with it every window that could show its pictures. */
  async closeTab(tabId: number): Promise<void> {
    const open = await this.#open.get(tabId);
    this.#open.delete(tabId);
    open?.queue.stop(new AppError('page-closed').data);
    await open?.pictures.saved();
    await removeBatch(tabId);
  }

  #find(tabId: number): Promise<OpenTab> {
    let open = this.#open.get(tabId);
    if (!open) {
      open = this.#load(tabId);
      this.#open.set(tabId, open);
      open.catch(() => this.#open.delete(tabId));
    }
    return open;
  }

  async #load(tabId: number): Promise<OpenTab> {
    const [tab, stored] = await Promise.all([browser.tabs.get(tabId).catch(() => undefined), loadBatch(tabId)]);
    // A tab that is already gone is treated as private: nothing is kept of it.
    const pictures = new TabPictures(tabId, tab?.incognito ?? true, stored);
    return { pictures, queue: new DescribeQueue(this.#platform, pictures) };
  }
}
