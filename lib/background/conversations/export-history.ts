import type { CallInput, CallOutput } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { loadConversation } from '~/lib/storage/export-conversations';
import { listKeys } from '~/lib/storage/secrets';
import { withoutKeys } from './without-keys';
import { writeMarkdown } from './write-markdown';

/** Characters of one reply; messages of the extension hold 64 MB. */
const ENOUGH = 4_000_000;

/** Parts of a file, one a conversation. Throws `conversation-gone` for one that is not there, or cannot be read. */
export async function exportConversations({ as, number: only, after = 0 }: CallInput<'exportConversations'>): Promise<CallOutput<'exportConversations'>> {
  const keys = await listKeys();
  const parts: string[] = [];
  let [size, damaged, last] = [0, 0, after];
  while (size < ENOUGH) {
    const found = await loadConversation(last, only);
    if (only !== undefined && typeof found?.loaded !== 'object') throw new AppError('conversation-gone');
    if (!found) return { parts, damaged };
    last = found.number;
    if (found.loaded === 'damaged') {
      damaged++;
      continue;
    }
    damaged += found.loaded.damaged;
    const conversation = withoutKeys(found.loaded.conversation, keys);
    const part = as === 'json' ? JSON.stringify(conversation) : writeMarkdown(conversation);
    parts.push(part);
    size += part.length;
    if (only !== undefined) return { parts, damaged };
  }
  return { parts, damaged, next: last };
}
