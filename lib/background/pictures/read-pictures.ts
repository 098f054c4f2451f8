import { toAppError } from '~/lib/shared/app-error';
import type { ImagePart } from '~/lib/shared/chat';
import type { PagePicture, PictureRef, RunPicture } from '~/lib/shared/picture';
import type { PictureRequest } from '~/lib/shared/run';
import type { SentPicture } from '~/lib/tasks/task';
import { putImage, type StoredImage } from '~/lib/storage/images';
import type { EarlierPictures, RunContext } from '../run-context';
import { type Acquired, type AcquireOptions, acquirePicture, acquireView } from './acquire';
import { findTabPicture } from './find-pictures';

/** The pictures of a run: as they are sent, as windows show them, and their files. */
export interface ReadPictures {
  sent: SentPicture[];
  shown: RunPicture[];
  files: StoredImage[];
}

/**
 * Gets the pixels of the request's pictures, keeps them, and finds out what the page says about them. When they can no
 * longer be had, those of the run in whose place this one stands do. Throws `image-…` and `page-…` codes.
 */
export async function readPictures(context: RunContext, request: PictureRequest, options: AcquireOptions): Promise<ReadPictures> {
  const { signal } = context;
  const earlier = isUsable(context.earlier, options) ? context.earlier : undefined;
  // What the tab shows now may be something else than what was asked about.
  const isMoment = request.source.kind === 'view' || request.source.kind === 'region';
  if (earlier && isMoment) return reuse(earlier);
  try {
    return await acquireAll(context, request, options);
  } catch (thrown) {
    signal.throwIfAborted();
    const { code } = toAppError(thrown);
    if (!earlier || !/^(?:page-|image-(?:gone|unreachable|permission))/.test(code)) throw thrown;
    return reuse(earlier);
  }
}

/** A picture that went out as an address is of no use to a server that fetches nothing. */
function isUsable(earlier: EarlierPictures | undefined, { mayUseAddress }: AcquireOptions): boolean {
  return earlier !== undefined && (mayUseAddress || earlier.images.every(({ imageId }) => imageId !== undefined));
}

async function acquireAll(context: RunContext, { source }: PictureRequest, options: AcquireOptions): Promise<ReadPictures> {
  const { tabId, platform, signal } = context;
  const read: ReadPictures = { sent: [], shown: [], files: [] };
  const take = async (acquired: Acquired, about?: PagePicture, ref?: PictureRef) => {
    signal.throwIfAborted();
    await keepFiles(context, acquired.images);
    read.files.push(...acquired.images);
    read.sent.push({ images: toParts(acquired), animated: acquired.animated, about });
    read.shown.push(toShown(acquired, about, ref));
  };
  if (source.kind === 'view' || source.kind === 'region') {
    await take(await acquireView(tabId, source.kind === 'region' ? source.region : undefined, options, signal));
    return read;
  }
  // One after the other: bringing a picture into sight moves the page.
  for (const ref of source.kind === 'images' ? source.pictures : [source.picture]) {
    const about = await findPicture(context, ref, options.maxSide);
    await take(await acquirePicture(tabId, ref, options, platform, signal), about, ref);
  }
  return read;
}

/** What the page says about a picture; nothing where it lets nobody in, which need not keep its file from being had. */
async function findPicture({ tabId, signal }: RunContext, ref: PictureRef, maxSide: number): Promise<PagePicture | undefined> {
  const found = await findTabPicture(tabId, ref, maxSide, signal).catch(() => null);
  signal.throwIfAborted();
  return found ?? undefined;
}

/** What cannot be kept is sent all the same; the answer then cannot be continued or asked about, which the run says. */
async function keepFiles({ live }: RunContext, files: StoredImage[]): Promise<void> {
  try {
    for (const file of files) await putImage(file, live.isPrivate);
  } catch (thrown) {
    live.change({ unsaved: toAppError(thrown).data });
  }
}

/** The picture's parts of a message. */
export function toParts({ images, url, width, height }: Acquired): ImagePart[] {
  if (images.length === 0) return url ? [{ type: 'image', url, width, height }] : [];
  return images.map(({ id, mediaType, width, height }) => ({ type: 'image', imageId: id, mediaType, width, height }));
}

export function toShown({ images, thumbnail, way, width, height, animated }: Acquired, about?: PagePicture, ref?: PictureRef): RunPicture {
  const name = about?.name ?? about?.caption;
  return {
    imageIds: images.map(({ id }) => id),
    thumbnail,
    ...(name ? { name } : {}),
    ...(ref ? { ref: about ? { ...ref, id: about.id } : ref } : {}),
    way,
    width,
    height,
    animated,
  };
}

/** Each picture with its own images: those of its ids, or the one that has an address only. */
function reuse({ shown, images }: EarlierPictures): ReadPictures {
  let next = 0;
  const sent = shown.map(({ imageIds, animated }) => ({
    images: images.slice(next, (next += Math.max(imageIds.length, 1))),
    animated,
  }));
  return { sent, shown, files: [] };
}
