import type { CallHandlers } from '~/lib/messaging/handle';
import { getImageDataUrl } from '~/lib/storage/images';
import type { BrowserEngine } from '../browser-engine';
import type { Platform } from '../platform';
import { viewSettings } from '../update-settings';
import { addToPage } from './add-to-page';
import { describePictures, estimatePictures } from './describe-pictures';
import { listPictures } from './list-pictures';
import type { PictureTabs } from './picture-tabs';
import { changeRestore } from './restore-origins';
import { runReader } from './run-reader';
import { getThumbnails } from './thumbnails';

type PictureCall =
  | 'listPictures' | 'getThumbnails' | 'getImage' | 'estimatePictures' | 'describePictures' | 'stopPictures' | 'addToPage'
  | 'removeFromPage' | 'setRestore';

/** What the background does for the calls about a page's pictures. */
export function makePictureHandlers(platform: Platform, tabs: PictureTabs, browserEngine: BrowserEngine): Pick<CallHandlers, PictureCall> {
  return {
    listPictures: async ({ tabId }) => listPictures(await tabs.ofTab(tabId)),
    getThumbnails: async ({ tabId, ids }) => getThumbnails(await tabs.ofTab(tabId), ids),
    getImage: async ({ imageId }) => (await getImageDataUrl(imageId)) ?? null,
    estimatePictures: async ({ tabId, ids }) => estimatePictures(platform, await tabs.ofTab(tabId), ids),
    describePictures: (input) => describePictures(platform, tabs, input),
    stopPictures: async ({ tabId }) => (await tabs.queueOf(tabId)).stop(),
    addToPage: async ({ tabId, entries }) => addToPage(platform, await tabs.ofTab(tabId), entries),

    async removeFromPage({ tabId }) {
      (await tabs.ofTab(tabId)).markCleared(true);
      await runReader(tabId, 'undescribe', {});
    },

    async setRestore({ origin, on }) {
      await changeRestore(origin, on);
      return viewSettings(browserEngine);
    },
  };
}
