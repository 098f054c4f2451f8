import { toDataUrl } from '~/lib/shared/data-url';
import type { StoredImage } from '~/lib/shared/picture';
import { indexedImages } from './indexed-images';
import { sessionImages } from './session-images';

export type { StoredImage } from '~/lib/shared/picture';

/** Keeps a picture that is sent, in memory only for a private window. Throws `storage-full` or `storage-failed`. */
export async function putImage(image: StoredImage, isPrivate: boolean): Promise<void> {
  await (isPrivate ? sessionImages : indexedImages).put(image);
}

/** A picture that was kept, wherever; undefined when it has been forgotten. Throws `storage-failed`. */
export async function getImage(id: string): Promise<StoredImage | undefined> {
  return (await indexedImages.get(id)) ?? sessionImages.get(id);
}

/** A picture that was kept, as a base64 `data:` address; undefined when it has been forgotten. Throws `storage-failed`. */
export async function getImageDataUrl(id: string): Promise<string | undefined> {
  const image = await getImage(id);
  return image && toDataUrl(image.blob);
}
