import { AppError, toAppError } from '~/lib/shared/app-error';
import type { Attachment } from '~/lib/shared/attachment';
import { MAX_FILE_BYTES } from '~/lib/shared/tray';
import { getFile, putFile, removeFile } from '~/lib/storage/file-store';
import { forgetText, putText } from '~/lib/storage/text-store';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import { readGiven } from './read-attachments';

/** One slice of a file on its way from a window. */
interface Slice {
  fileId: string;
  name: string;
  mediaType: string;
  /** Of the whole file. */
  bytes: number;
  at: number;
  /** Base64. */
  slice: string;
}

/** Files on their way at a time: a window that was closed never sends the rest. */
const MOST = 4;

/**
 * Files that come in slices. What has come is in memory only: a background that ends in the middle forgets it, and the window begins
 * again.
 */
export class Uploads {
  readonly #coming = new Map<string, { parts: Uint8Array<ArrayBuffer>[]; got: number }>();

  /** The whole file once its last slice is there. Throws `bad-message` for a slice that does not follow on what is known. */
  add({ fileId, bytes, at, slice }: Slice): Uint8Array<ArrayBuffer> | undefined {
    if (bytes > MAX_FILE_BYTES) throw new AppError('file-failed', { reason: 'large-file' });
    if (at === 0) {
      this.#coming.delete(fileId);
      for (const oldest of this.#coming.keys()) if (this.#coming.size >= MOST) this.#coming.delete(oldest);
      this.#coming.set(fileId, { parts: [], got: 0 });
    }
    const coming = this.#coming.get(fileId);
    const part = Uint8Array.from(atob(slice), (character) => character.charCodeAt(0));
    if (!coming || coming.got !== at || at + part.length > bytes) throw new AppError('bad-message', { detail: 'a slice out of order' });
    coming.parts.push(part);
    coming.got += part.length;
    if (coming.got < bytes) return undefined;
    this.#coming.delete(fileId);
    return join(coming.parts, bytes);
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Forgets a file that was kept for nothing. What cannot be deleted now goes with its conversation. */
export async function forgetGiven(fileId: string, threadId: string): Promise<void> {
  await Promise.allSettled([removeFile(fileId), forgetText(threadId, fileId)]);
}

async function readUnlessLocked(...[name, mediaType, bytes, isPrivate, platform]: [string, string, Uint8Array<ArrayBuffer>, boolean, Platform]): Promise<Partial<Awaited<ReturnType<typeof readGiven>>> & { mediaType: string }> {
  try {
    return await readGiven(name, mediaType, bytes, { platform, isPrivate, signal: new AbortController().signal });
  } catch (thrown) {
    if (toAppError(thrown).code !== 'pdf-password') throw thrown;
    return { mediaType: 'application/pdf' };
  }
}

/** Reads an attached PDF with its password, which is kept nowhere; its text is, as that of every attachment. Throws as the protocol says. */
export function unlockFile(fileId: string, password: string, threadId: string, isPrivate: boolean, platform: Platform): Promise<void> {
  const work = async (): Promise<void> => {
    const file = await getFile(fileId);
    if (!file) throw new AppError('file-failed', { reason: 'file-gone' });
    const { page } = await readGiven(file.name, file.mediaType, new Uint8Array(file.bytes), { platform, isPrivate, signal: new AbortController().signal, password });
    await putText({ threadId, key: fileId, page }, isPrivate);
  };
  return keepAliveDuring(work());
}

/** Reads a file that has come, and keeps it with its conversation. Throws as `readFile`, and what storage throws. */
export function keepGiven({ fileId, name, mediaType }: Slice, bytes: Uint8Array<ArrayBuffer>, threadId: string, isPrivate: boolean, platform: Platform): Promise<Attachment> {
  const work = async (): Promise<Attachment> => {
    const { mediaType: found, ...read } = await readUnlessLocked(name, mediaType, bytes, isPrivate, platform);
    await putFile({ id: fileId, threadId, name, mediaType: found, bytes: bytes.buffer, addedAt: Date.now() }, isPrivate);
    try {
      // A locked one is read when the reader has given its password.
      if (read.page) await putText({ threadId, key: fileId, ...read, page: read.page }, isPrivate);
    } catch (thrown) {
      await forgetGiven(fileId, threadId);
      throw thrown;
    }
    return { kind: 'file', fileId, name, mediaType: found, bytes: bytes.length };
  };
  return keepAliveDuring(work());
}
