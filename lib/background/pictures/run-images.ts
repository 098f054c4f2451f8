import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, ImagePart } from '~/lib/shared/chat';
import { toDataUrl } from '~/lib/shared/data-url';
import { getImage, type StoredImage } from '~/lib/storage/images';
import type { LiveRun } from '../live-run';

/** The images that went out with a run about pictures, in order; `undefined` unless all of them are still kept. */
export async function findImages(live: LiveRun): Promise<ImagePart[] | undefined> {
  const request = await live.request();
  // The last of the reader's messages is the run's own: those before it are of earlier ones.
  const images = request?.messages.findLast(({ role }) => role === 'user')?.images ?? [];
  const kept = await Promise.all(images.map(({ imageId }) => imageId === undefined || isKept(imageId)));
  return images.length > 0 && kept.every(Boolean) ? images : undefined;
}

/** Whether a picture is still in the image store. */
export async function isKept(id: string): Promise<boolean> {
  return (await getImage(id).catch(() => undefined)) !== undefined;
}

/**
 * The files of all pictures in the messages, base64 by image id; those at hand are not looked for in the store.
 * Throws `image-gone` (`not-kept`) when one is nowhere any more.
 */
export async function loadImages(messages: ChatMessage[], atHand: readonly StoredImage[] = []): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(messages.flatMap(({ images = [] }) => images.flatMap(({ imageId }) => imageId ?? [])));
  const known = new Map(atHand.map((image) => [image.id, image]));
  const load = async (id: string) => {
    const image = known.get(id) ?? (await getImage(id));
    if (!image) throw new AppError('image-gone', { reason: 'not-kept' });
    const address = await toDataUrl(image.blob);
    return [id, address.slice(address.indexOf(',') + 1)] as const;
  };
  return new Map(await Promise.all([...ids].map(load)));
}
