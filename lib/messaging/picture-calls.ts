import { Usage } from '~/lib/shared/chat';
import { PagePicture, PictureBatch, PictureEstimate, PictureProgress, PictureRef } from '~/lib/shared/picture';
import { REGION_KEYS } from '~/lib/shared/region-keys';
import { z } from '~/lib/shared/zod';
import { SettingsView } from './settings-view';

const nothing = z.void();
const tab = z.object({ tabId: z.number() });

/** The pictures of a tab's page. */
export const PictureList = z.object({
  pictures: z.array(PagePicture),
  /** More pictures than are listed. */
  more: z.number(),
  /** Origins of pictures that Docent may not read; with access it gets them whole, else as the screen shows them. */
  closedOrigins: z.array(z.string()),
  /** Origin of the page, when known descriptions can be put back there by themselves. */
  restoreOrigin: z.optional(z.string()),
});
export type PictureList = z.infer<typeof PictureList>;

const pictureIds = z.extend(tab, { ids: z.array(z.string()).check(z.maxLength(5_000)) });

/** Rows of the protocol that are about pictures, and parts of what a tab shows. */
export const PICTURE_CALLS = {
  listPictures: { input: tab, output: PictureList },
  /** Thumbnails as `data:` addresses, by picture id; a picture that cannot be had without asking is left out. 24 at most. */
  getThumbnails: { input: pictureIds, output: z.record(z.string(), z.string()) },
  /** A stored image as a `data:` address; null when it is no longer kept. */
  getImage: { input: z.object({ imageId: z.string() }), output: z.nullable(z.string()) },
  estimatePictures: { input: pictureIds, output: PictureEstimate },
  /**
   * Begins to describe pictures of the tab, or adds them to those under way. Watched on a `pictures` Port. `accept`: the
   * reader has seen the estimate with its host, and agrees; without it a host that nothing was ever sent to fails with `not-accepted`.
   */
  describePictures: { input: z.extend(pictureIds, { accept: z.boolean() }), output: nothing },
  stopPictures: { input: tab, output: nothing },
  /** Writes descriptions into the page as alternative text, marked as AI; gives the ids that were written. */
  addToPage: {
    input: z.extend(tab, { entries: z.array(z.object({ ref: PictureRef, text: z.string() })).check(z.maxLength(5_000)) }),
    output: z.object({ added: z.number() }),
  },
  /** Takes back every description in the page. */
  removeFromPage: { input: tab, output: nothing },
  /** Whether known descriptions are put back by themselves on the pages of an origin that Docent may read. */
  setRestore: { input: z.object({ origin: z.string(), on: z.boolean() }), output: SettingsView },
  /** Lets the reader choose a part of what the tab shows, in the page itself, and describes it in the tab's thread. */
  chooseRegion: { input: tab, output: nothing },
  /** A key pressed outside of the page while the reader chooses a region there. What comes of it is watched on a `chooser` Port. */
  steerRegion: { input: z.extend(tab, { key: z.enum(REGION_KEYS) }), output: nothing },
} as const;

/** What the background sends on a `pictures` Port: one `snapshot`, then changes, and a snapshot again whenever it likes. */
export const PicturesEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), batch: PictureBatch }),
  z.object({ type: z.literal('item'), item: PictureProgress, live: z.boolean(), usage: z.optional(Usage) }),
]);
export type PicturesEvent = z.infer<typeof PicturesEvent>;

/** What the background sends on a `chooser` Port, each time the whole: whether the reader is choosing, and what is chosen, in words. */
export const ChooserState = z.object({ open: z.boolean(), status: z.string() });
export type ChooserState = z.infer<typeof ChooserState>;
