import { recognizeFormat } from '~/lib/image/format';
import { hashBytes } from '~/lib/image/hash';
import { type PreparedPicture, preparePicture } from '~/lib/image/prepare-picture';
import { AppError } from '~/lib/shared/app-error';
import type { PictureRef, PixelWay, Region } from '~/lib/shared/picture';
import { isPublicAddress } from '~/lib/shared/public-address';
import type { PagePixels } from '~/lib/shared/reader-jobs';
import { webOrigin } from '~/lib/shared/url';
import type { StoredImage } from '~/lib/storage/images';
import { decodeText } from '../decode-text';
import type { Platform } from '../platform';
import { getTab } from '../read-tab';
import { withLimit } from '../time-limit';
import { captureTab } from './capture';
import { cutOut } from './cut-out';
import { fetchPicture } from './fetch-picture';
import { readDataUrl } from './read-data-url';
import { readSlices } from './read-slices';
import { runReader } from './run-reader';

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

/** Milliseconds a drawing may take: an SVG can be made to take any time. */
const DRAWING_LIMIT = 15_000;

/** One picture that is being had. */
interface Acquisition {
  tabId: number;
  ref: PictureRef;
  options: AcquireOptions;
  platform: Platform;
  signal: AbortSignal;
}

/**
 * The pixels of one picture of the tab's page, by the first way that works: in the page, fetched, cut out of the
 * screen, or its public address. Throws an `AppError` with an `image-…` or `page-…` code.
 */
export async function acquirePicture(
  tabId: number,
  ref: PictureRef,
  options: AcquireOptions,
  platform: Platform,
  signal: AbortSignal,
): Promise<Acquired> {
  const wanted: Acquisition = { tabId, ref, options, platform, signal };
  const { acquired, failure, src, isThere } = await tryPage(wanted);
  if (acquired) return acquired;
  let reason = failure;
  if (src) {
    const page = await findPage(tabId, ref);
    const fetched = await attempt(wanted, async () => prepareFile(wanted, await fetchPicture(src, page, signal), 'fetch'));
    if (!(fetched instanceof AppError)) return fetched;
    reason = withoutOwnOrigin(fetched, page);
  }
  if (isThere && options.mayReveal) {
    const seen = await attempt(wanted, () => takeFromScreen(wanted));
    if (!(seen instanceof AppError)) return seen;
    // What the reader can change about the file's own way says more than why the detour failed.
    if (seen.code === 'image-gone' || reason.code === 'image-unreachable') reason = seen;
  }
  if (src && options.mayUseAddress && reason.code !== 'image-gone' && isPublicAddress(src)) {
    const hash = await hashBytes(new TextEncoder().encode(src));
    return { images: [], url: src, hash, thumbnail: '', way: 'address', width: 0, height: 0, animated: false };
  }
  throw reason;
}

/** What the tab shows, or a part of it. Throws `image-unreachable` (`out-of-sight`) and `page-…` codes. */
export async function acquireView(tabId: number, region: Region | undefined, { maxSide }: AcquireOptions, signal: AbortSignal): Promise<Acquired> {
  const { bytes } = await captureTab(tabId, signal);
  return { ...(await preparePicture(bytes, { maxSide, part: region }, signal)), way: 'screen' };
}

interface InPage {
  acquired?: Acquired;
  /** Why the page did not give it. */
  failure: AppError;
  /** Where its file is; empty when it has none. */
  src: string;
  /** The page shows the picture. */
  isThere: boolean;
}

async function tryPage(wanted: Acquisition): Promise<InPage> {
  const { tabId, ref, options, signal } = wanted;
  const src = ref.src ?? '';
  let given: PagePixels;
  try {
    given = await runReader(tabId, 'pixels', { ref, maxSide: options.maxSide }, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    // A page that lets nobody in (the browser's own viewer, a shop): the address that the context menu told still leads to the file.
    if (!src || !(thrown instanceof AppError)) throw thrown;
    return { failure: thrown, src, isThere: false };
  }
  if (given.kind === 'too-large') throw new AppError('image-too-large');
  if (given.kind === 'gone') return { failure: new AppError('image-gone'), src, isThere: false };
  if (given.kind === 'closed') return { failure: new AppError('image-unreachable'), src: given.src || src, isThere: true };
  const done = await attempt(wanted, () => preparePagePixels(wanted, given));
  return done instanceof AppError ? { failure: done, src: '', isThere: true } : { acquired: done, failure: new AppError('unexpected'), src, isThere: true };
}

/** Address of the page that shows a picture; empty for a frame, which may be anybody's. */
async function findPage(tabId: number, { frameId = 0 }: PictureRef): Promise<string> {
  const { url = '' } = await getTab(tabId);
  return frameId === 0 ? url : '';
}

/** What the page could not read of its own site, permission for that site does not open either: it leads elsewhere, or is not there. */
function withoutOwnOrigin(error: AppError, page: string): AppError {
  if (error.code !== 'image-permission') return error;
  return error.data.origin === webOrigin(page) ? new AppError('image-unreachable', {}, error) : error;
}

/** What a way leads to, or why it leads nowhere; throws what no other way can mend. */
async function attempt(wanted: Acquisition, way: () => Promise<Acquired>): Promise<Acquired | AppError> {
  try {
    return await way();
  } catch (thrown) {
    wanted.signal.throwIfAborted();
    if (thrown instanceof AppError && /^(image-(?!too-)|page-permission$)/.test(thrown.code)) return thrown;
    throw thrown;
  }
}

async function preparePagePixels(wanted: Acquisition, given: Extract<PagePixels, { kind: 'bytes' | 'file' | 'svg' }>): Promise<Acquired> {
  if (given.kind === 'svg') return drawSvg(wanted, given, 'page');
  if (given.kind === 'file') return prepareFile(wanted, await readSlices(wanted.tabId, wanted.ref, given, wanted.signal), 'page');
  const acquired = await prepareFile(wanted, await readDataUrl(given.dataUrl), 'page');
  return { ...acquired, width: Math.max(given.width, acquired.width), height: Math.max(given.height, acquired.height) };
}

/** A picture of which the reader has given the file. Throws `image-…` codes. */
export function prepareGiven(bytes: Uint8Array<ArrayBuffer>, maxSide: number, platform: Platform, signal: AbortSignal): Promise<Acquired> {
  return prepareFile({ options: { maxSide, mayReveal: false, mayUseAddress: false }, platform, signal }, bytes, 'file');
}

/** What making a picture ready needs, wherever its file comes from. */
type Preparation = Pick<Acquisition, 'options' | 'platform' | 'signal'>;

async function prepareFile(wanted: Preparation, bytes: Uint8Array<ArrayBuffer>, way: PixelWay): Promise<Acquired> {
  if (recognizeFormat(bytes) !== 'svg') return finish(await preparePicture(bytes, wanted.options, wanted.signal), way);
  const markup = decodeText(bytes, '', false);
  return { ...(await drawSvg(wanted, { markup }, way)), hash: await hashBytes(bytes) };
}

async function drawSvg({ options: { maxSide }, platform, signal }: Preparation, svg: { markup: string; width?: number; height?: number }, way: PixelWay): Promise<Acquired> {
  const drawing = platform.drawSvg({ ...svg, maxSide }, signal);
  const { dataUrl, width, height } = await withLimit(drawing, DRAWING_LIMIT, new AppError('image-broken', { detail: 'SVG' }), signal);
  return { ...finish(await preparePicture(await readDataUrl(dataUrl), { maxSide }, signal), way), width, height };
}

function finish(prepared: PreparedPicture, way: PixelWay): Acquired {
  return { ...prepared, way };
}

async function takeFromScreen({ tabId, ref, options: { maxSide }, signal }: Acquisition): Promise<Acquired> {
  const { bytes, part } = await cutOut(tabId, ref, maxSide, signal);
  return finish(await preparePicture(bytes, { maxSide, part }, signal), 'screen');
}
