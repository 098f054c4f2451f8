import { call } from '~/lib/messaging/call';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { MAX_FILE_BYTES, SLICE_BYTES, type Tray } from '~/lib/shared/tray';

/**
 * Hands a file to the background, slice by slice: messages of the extension are text, and of limited length. A background that was
 * started anew in the middle gets it once more from the beginning. Throws `file-failed`, `image-…`, and what storage throws.
 */
export async function sendFile(file: File, tabId: number, threadId: string): Promise<Tray> {
  if (file.size > MAX_FILE_BYTES) throw new AppError('file-failed', { reason: 'large-file' });
  if (file.size === 0) throw new AppError('file-failed', { reason: 'empty-file' });
  const fileId = crypto.randomUUID();
  try {
    return await sendSlices(file, fileId, tabId, threadId);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'bad-message') throw thrown;
    return sendSlices(file, fileId, tabId, threadId);
  }
}

async function sendSlices(file: File, fileId: string, tabId: number, threadId: string): Promise<Tray> {
  const about = { tabId, threadId, fileId, name: file.name.slice(0, 1_000), mediaType: file.type.slice(0, 200), bytes: file.size };
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const tray = await call('attachFile', { ...about, at, slice: await readSlice(file.slice(at, at + SLICE_BYTES)) });
    if (tray) return tray;
  }
  throw new AppError('file-failed');
}

/** Base64. A folder that was dropped, or a file that has gone since, cannot be read. */
function readSlice(slice: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new AppError('file-failed'));
    reader.readAsDataURL(slice);
  });
}
