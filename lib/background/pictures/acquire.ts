import type { PictureRef, PixelWay, Region } from '~/lib/shared/picture';
import type { StoredImage } from '~/lib/storage/images';
import type { Platform } from '../platform';

export interface AcquireOptions {
  /** Pixels on the long side of what is sent. */
  maxSide: number;
  /** The picture may be brought into sight and cut out of the screen: the reader waits for it. */
  mayReveal: boolean;
  /** The server can fetch a public address itself (not Claude's native part: base64 only, contract section 4.3). */
  mayUseAddress: boolean;
}

/** A picture ready to be sent. */
export interface Acquired {
  /** In order; several when a long picture is sent in pieces; none when only `url` is sent. Not stored yet. */
  images: StoredImage[];
  /** Public `https:` address, for the server to fetch. */
  url?: string;
  /** SHA-256 of the picture's content, hexadecimal: of the file where there is one, else of what is sent. */
  hash: string;
  /** `data:` address of a small JPEG; empty when there is none. */
  thumbnail: string;
  way: PixelWay;
  /** Pixels before it was made smaller. */
  width: number;
  height: number;
  animated: boolean;
}

/**
 * The pixels of one picture of the tab's page, by the first way that works: in the page, fetched, cut out of the
 * screen, or its public address. Throws an `AppError` with an `image-…` or `page-…` code.
 */
export async function acquirePicture(
  _tabId: number,
  _ref: PictureRef,
  _options: AcquireOptions,
  _platform: Platform,
  _signal: AbortSignal,
): Promise<Acquired> {
  throw new Error('not built yet');
}

/** What the tab shows, or a part of it. Throws `image-unreachable` (`out-of-sight`) and `page-…` codes. */
export async function acquireView(_tabId: number, _region: Region | undefined, _options: AcquireOptions, _signal: AbortSignal): Promise<Acquired> {
  throw new Error('not built yet');
}
