import { AppError, type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { type Attachment, attachmentKey } from '~/lib/shared/attachment';
import { MAX_COMPARED } from '~/lib/shared/picture';
import { getFile } from '~/lib/storage/file-store';
import { getText, type KeptText, putText } from '~/lib/storage/text-store';
import { putImage } from '~/lib/storage/images';
import { getSettings } from '~/lib/storage/settings';
import { inParallel } from '../guard/in-parallel';
import { type Acquired, acquirePicture } from '../pictures/acquire';
import { findTabPicture } from '../pictures/find-pictures';
import { toParts, toShown } from '../pictures/read-pictures';
import { isKept } from '../pictures/run-images';
import type { Platform } from '../platform';
import { readShown } from '../pdf/read-shown';
import { addScans } from '../pdf/scan/add-scans';
import { getTab, withoutHash } from '../read-tab';
import { loadTab } from './load-tab';
import { emptyPage, readFile } from './read-file';

/** Attachments that are read at a time. */
const AT_A_TIME = 4;

/** Where attachments are read for. */
export interface AttachmentPlace {
  threadId: string;
  /** The tab that was asked in. */
  tabId: number;
  /** Nothing of them may be written to disk. */
  isPrivate: boolean;
  platform: Platform;
  /** A public address may stand for pixels that are not to be had. */
  mayUseAddress: boolean;
  /** What is read is kept with the conversation. */
  keep: boolean;
  signal: AbortSignal;
  /** Aborted: this one is not wanted any more, and is left out. */
  wanted?: (attachment: Attachment) => AbortSignal | undefined;
}

/** An attachment as it was read, or why it was not. */
export type ReadAttachment = { attachment: Attachment } & ({ text: KeptText } | { error: AppErrorData });

/**
 * Reads attachments, a few at a time, each as it was when it was first read: what is kept of it is not read again. One that fails
 * does not keep the others from being read. In the order given.
 * @throws only when the signal aborts
 */
export async function readAttachments(attachments: readonly Attachment[], place: AttachmentPlace): Promise<ReadAttachment[]> {
  const read = new Map<Attachment, ReadAttachment>();
  let pictures = 0;
  await inParallel(attachments, place.signal, async (attachment) => {
    const wanted = place.wanted?.(attachment);
    if (wanted?.aborted) return;
    try {
      const text = await readAttachment(attachment, wanted ? { ...place, signal: AbortSignal.any([place.signal, wanted]) } : place);
      if (text.picture && ++pictures > MAX_COMPARED) throw new AppError('file-failed', { reason: 'too-many' });
      read.set(attachment, { attachment, text });
    } catch (thrown) {
      place.signal.throwIfAborted();
      if (wanted?.aborted) return;
      read.set(attachment, { attachment, error: toAppError(thrown).data });
    }
  }, AT_A_TIME);
  return attachments.flatMap((attachment) => read.get(attachment) ?? []);
}

async function readAttachment(attachment: Attachment, place: AttachmentPlace): Promise<KeptText> {
  const key = attachmentKey(attachment);
  const kept = await getText(place.threadId, key);
  if (kept && (await hasPixels(kept))) return { ...kept, page: await addScans(kept.page, place.signal) };
  const text = { threadId: place.threadId, key, ...(await readAnew(attachment, place)) };
  if (!place.keep) return text;
  // What cannot be kept is read again next time.
  await putText(text, place.isPrivate).catch((thrown: unknown) => console.warn('Not kept.', thrown));
  return text;
}

async function hasPixels({ picture }: KeptText): Promise<boolean> {
  const kept = await Promise.all((picture?.images ?? []).map(({ imageId }) => imageId === undefined || isKept(imageId)));
  return kept.every(Boolean);
}

async function readAnew(attachment: Attachment, place: AttachmentPlace): Promise<Pick<KeptText, 'page' | 'picture'>> {
  switch (attachment.kind) {
    case 'tab':
      return { page: await readOtherTab(attachment, place) };
    case 'file': {
      const file = await getFile(attachment.fileId);
      if (!file) throw new AppError('file-failed', { reason: 'file-gone' });
      return readGiven(file.name, file.mediaType, new Uint8Array(file.bytes), place);
    }
    case 'picture':
      return readPicture(attachment, place);
  }
}

/** What is in a file that the reader has given. Throws as `readFile`. */
export async function readGiven(name: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>, { platform, isPrivate, signal, password }: Pick<AttachmentPlace, 'platform' | 'isPrivate' | 'signal'> & { password?: string }): Promise<Pick<KeptText, 'page' | 'picture'> & { mediaType: string }> {
  const { maxSide } = (await getSettings()).settings.pictures;
  const { page, picture, mediaType: found } = await readFile({ name, mediaType, bytes, ...(password === undefined ? {} : { password }) }, maxSide, platform, signal);
  if (picture) await keepImages(picture, isPrivate);
  return { page, mediaType: found, ...(picture ? { picture: { shown: { ...toShown(picture), name }, images: toParts(picture) } } : {}) };
}

/** Another tab, unless it went elsewhere, or is one of a private window and this one is not. */
async function readOtherTab({ tabId, url }: Extract<Attachment, { kind: 'tab' }>, place: AttachmentPlace) {
  const [tab, asking] = await Promise.all([getTab(tabId), getTab(place.tabId).catch(() => undefined)]);
  if (tab.incognito && !asking?.incognito) throw new AppError('page-forbidden');
  if (tab.url && withoutHash(tab.url) !== withoutHash(url)) throw new AppError('page-navigated');
  // The list of tabs has said that it is loaded again for this.
  if (tab.discarded || tab.status === 'unloaded') await loadTab(tabId, place.signal);
  const { page } = await readShown(tabId, place.platform, place.signal);
  if (withoutHash(page.url) !== withoutHash(url)) throw new AppError('page-navigated');
  if (page.blocks.length === 0) throw new AppError('page-empty');
  delete page.selection;
  return page;
}

/** A picture of the page that the tab shows, unless it went elsewhere. */
async function readPicture({ picture: ref, url }: Extract<Attachment, { kind: 'picture' }>, { tabId, platform, mayUseAddress, isPrivate, keep, signal }: AttachmentPlace): Promise<Pick<KeptText, 'page' | 'picture'>> {
  const [tab, { settings }] = await Promise.all([getTab(tabId), getSettings()]);
  // A drawing has no address of its own: in another page its id stands for another picture.
  if (tab.url && withoutHash(tab.url) !== withoutHash(url)) throw new AppError('image-gone');
  const { maxSide } = settings.pictures;
  const about = (await findTabPicture(tabId, ref, maxSide, signal).catch(() => null)) ?? undefined;
  const acquired = await acquirePicture(tabId, ref, { maxSide, mayReveal: keep, mayUseAddress }, platform, signal);
  if (keep) await keepImages(acquired, isPrivate);
  return { page: emptyPage(about?.name ?? about?.caption ?? ''), picture: { shown: toShown(acquired, about, ref), images: toParts(acquired) } };
}

async function keepImages({ images }: Acquired, isPrivate: boolean): Promise<void> {
  for (const image of images) await putImage(image, isPrivate);
}
