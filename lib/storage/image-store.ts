import { IMAGE_MEDIA_TYPES, type StoredImage } from '~/lib/shared/picture';
import { z } from '~/lib/shared/zod';

/** Where pictures are kept, by the hash of their bytes. All methods throw `storage-full` or `storage-failed`. */
export interface ImageStore {
  /** Keeps a picture; one that is there already counts as new again. The oldest are forgotten when there is no more room. */
  put(image: StoredImage): Promise<void>;
  get(id: string): Promise<StoredImage | undefined>;
}

/** What is kept of a picture beside its bytes. */
export const ImageRecord = z.object({
  id: z.string(),
  mediaType: z.enum(IMAGE_MEDIA_TYPES),
  width: z.number(),
  height: z.number(),
  /** Bytes. */
  size: z.number(),
  /** Milliseconds since 1970 when it was last put. */
  usedAt: z.number(),
});
export type ImageRecord = z.infer<typeof ImageRecord>;

export function toRecord({ blob, ...about }: StoredImage): ImageRecord {
  return ImageRecord.parse({ ...about, size: blob.size, usedAt: Date.now() });
}

/** The picture again; undefined when record and bytes do not belong together. */
export function fromRecord(stored: unknown, bytes: Uint8Array<ArrayBuffer>): StoredImage | undefined {
  const record = ImageRecord.safeParse(stored);
  if (!record.success || record.data.size !== bytes.length) return undefined;
  const { id, mediaType, width, height } = record.data;
  return { id, mediaType, width, height, blob: new Blob([bytes], { type: mediaType }) };
}
