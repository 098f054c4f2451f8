import { AppErrorData } from './app-error-data';
import { Usage } from './chat';
import { GuardNote } from './guard';
import { z } from './zod';

export { ALT_TEXT_LENGTH, MAX_ATTACHMENTS, MAX_COMPARED, MIN_COMPARED } from './picture-limits';

/** Pictures of a page as data, and what Docent says of them. */

/** `image`: `<img>`, `<input type=image>`, SVG `<image>`. `background`: a CSS background. The others: the element itself. */
const PICTURE_KINDS = ['image', 'background', 'svg', 'canvas', 'video'] as const;

/** One picture of a page, as the reader would count them. Made in the page, a hostile place: whoever gets it parses it. */
export const PagePicture = z.object({
  /** `p1`, `p2` … in reading order. Stands for one element for as long as the document lives, listings later included. */
  id: z.string(),
  kind: z.enum(PICTURE_KINDS),
  /** Absolute address of the best source up to the size sent; empty for none, and for `data:` addresses over 2,000 characters. */
  src: z.string(),
  /** What a screen reader says of it by the page itself (`alt`, `aria-label`, `title` …), trimmed; absent when that is nothing or the name of a file. */
  name: z.optional(z.string()),
  /** The page calls it decoration: `alt=""`, `role=presentation`. */
  decorative: z.boolean(),
  caption: z.optional(z.string()),
  /** Where it stands: the nearest heading before it, and the text around it, 500 characters at most. */
  heading: z.optional(z.string()),
  around: z.optional(z.string()),
  /** CSS pixels as laid out. */
  width: z.number(),
  height: z.number(),
  /** Pixels of the file, 0 when not known. */
  naturalWidth: z.number(),
  naturalHeight: z.number(),
  /** Some of it is in sight now. */
  inView: z.boolean(),
  /** Docent's description, when the page holds it now. */
  added: z.optional(z.string()),
});
export type PagePicture = z.infer<typeof PagePicture>;

/** Names one picture: by the id of a listing, or, from the context menu, by its address and frame. */
export const PictureRef = z.object({
  id: z.optional(z.string()),
  src: z.optional(z.string().check(z.maxLength(100_000))),
  frameId: z.optional(z.number()),
});
export type PictureRef = z.infer<typeof PictureRef>;

/** A part of what the tab shows, as shares of its width and height, each 0 to 1. */
export const Region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Region = z.infer<typeof Region>;

/** How the pixels were had, in the order in which ways are tried. `address`: they were not; the server fetches them itself. `file`: the reader has given them. */
const PIXEL_WAYS = ['page', 'fetch', 'screen', 'address', 'file'] as const;
export const PixelWay = z.enum(PIXEL_WAYS);
export type PixelWay = z.infer<typeof PixelWay>;

/** Types of what is sent: every server that takes pictures takes these (contract section 4.3). */
export const IMAGE_MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture that is longer than so many times its width is sent in pieces, at most so many. */
export const LONG_RATIO = 3;
export const MAX_PIECES = 4;

/** A picture as it is sent, kept so that a run can be repeated and asked about. */
export interface StoredImage {
  /** SHA-256 of the bytes, hexadecimal. */
  id: string;
  blob: Blob;
  mediaType: (typeof IMAGE_MEDIA_TYPES)[number];
  width: number;
  height: number;
}

/** A picture that a run is about, as windows show it. */
export const RunPicture = z.object({
  /** Ids in the image store, several when a long picture is sent in pieces; none when only its address is sent. */
  imageIds: z.array(z.string()),
  /** `data:` address of a small JPEG, at most 20,000 characters; empty when there is none. */
  thumbnail: z.string(),
  /** What the page calls it, or its caption. */
  name: z.optional(z.string()),
  /** The picture in the page, for Add to page; absent for what is no picture of the page (a region, the view). */
  ref: z.optional(PictureRef),
  way: PixelWay,
  /** Pixels before it was made smaller; 0 when not known. */
  width: z.number(),
  height: z.number(),
  /** Only the first of several frames is sent. */
  animated: z.boolean(),
});
export type RunPicture = z.infer<typeof RunPicture>;

/** `known`: described earlier and kept. */
export const PICTURE_STATES = ['waiting', 'working', 'known', 'done', 'failed', 'stopped'] as const;
export type PictureState = (typeof PICTURE_STATES)[number];

/** How far the description of one picture of the page is. */
export const PictureProgress = z.object({
  id: z.string(),
  state: z.enum(PICTURE_STATES),
  /** The description in states `known` and `done`: at most 125 characters, unless the reader has added a longer answer to the page. */
  text: z.optional(z.string()),
  model: z.optional(z.string()),
  thumbnail: z.optional(z.string()),
  animated: z.optional(z.boolean()),
  error: z.optional(AppErrorData),
  /** What checkpoints had to say of it, oldest first. */
  guard: z.optional(z.array(GuardNote)),
});
export type PictureProgress = z.infer<typeof PictureProgress>;

/** The description of several pictures of one page, three at a time. */
export const PictureBatch = z.object({
  /** Something still waits or is being worked on. */
  live: z.boolean(),
  items: z.array(PictureProgress),
  /** What the server counted, all pictures together. */
  usage: z.optional(Usage),
});
export type PictureBatch = z.infer<typeof PictureBatch>;

/** What describing some pictures will come to. */
export const PictureEstimate = z.object({
  pictures: z.number(),
  tokens: z.number(),
  /** US dollars, when the model's price is known. */
  usd: z.optional(z.number()),
  model: z.optional(z.string()),
  host: z.string(),
});
export type PictureEstimate = z.infer<typeof PictureEstimate>;
