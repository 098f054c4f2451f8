import { AppError } from '~/lib/shared/app-error';
import type { FileSource } from '~/lib/shared/file-source';

/** Milliseconds for which a window can fetch the file. */
const KEPT = 60_000;

/**
 * A `blob:` address of Docent's own origin, under which a window finds the file for a minute.
 * @param read gives what the audio cache holds under a name
 * @throws AppError `storage-failed` when the cache has let go of it
 */
export async function offerFile(source: FileSource, read: (name: string) => Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string } | undefined>): Promise<string> {
  const url = URL.createObjectURL('key' in source ? await readFile(source.key, read) : decode(source.data));
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
  return url;
}

async function readFile(key: string, read: Parameters<typeof offerFile>[1]): Promise<Blob> {
  const file = await read(key);
  if (!file) throw new AppError('storage-failed', { detail: 'the file was not kept' });
  return new Blob([file.bytes], { type: file.mediaType });
}

/** Without `fetch`, which this folder does not use. */
function decode(data: string): Blob {
  const [, type = '', base64 = ''] = /^data:([^,]*?);base64,(.*)$/s.exec(data) ?? [];
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type });
}
