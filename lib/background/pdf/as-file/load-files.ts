import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage } from '~/lib/shared/chat';
import { toDataUrl } from '~/lib/shared/data-url';
import { getFile } from '~/lib/storage/file-store';

/** The PDF files in the messages, base64 by id. Throws `file-failed` (`file-gone`) when one is not kept any more. */
export async function loadFiles(messages: readonly ChatMessage[]): Promise<ReadonlyMap<string, string>> {
  const loaded = new Map<string, string>();
  for (const { fileId } of messages.flatMap(({ files = [] }) => files)) {
    const file = await getFile(fileId);
    if (!file) throw new AppError('file-failed', { reason: 'file-gone' });
    const address = await toDataUrl(new Blob([file.bytes], { type: 'application/pdf' }));
    loaded.set(fileId, address.slice(address.indexOf(',') + 1));
  }
  return loaded;
}
