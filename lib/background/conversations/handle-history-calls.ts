import type { CallHandlers } from '~/lib/messaging/handle';
import type { HISTORY_CALLS } from '~/lib/messaging/history-calls';
import { announceChange } from '~/lib/messaging/wake';
import { AppError } from '~/lib/shared/app-error';
import { findThreadId, getConversation, markDeleted, pinConversation, renameConversation, takeBackDeletion } from '~/lib/storage/conversations';
import { deleteHistory } from '~/lib/storage/delete-conversations';
import { forgetDrafts } from '~/lib/storage/drafts';
import { findConversations } from '~/lib/storage/find-conversations';
import { indexStale } from '~/lib/storage/search-index';
import type { ThreadControl } from '../thread-control';
import type { Threads } from '../threads';
import { exportConversations } from './export-history';
import { importConversations } from './import-history';
import { purgeSoon } from './keep-history';
import { openConversationPage } from './open-page';

export type HistoryHandlers = Pick<CallHandlers, keyof typeof HISTORY_CALLS>;

/** What the background does for each call about the history. */
export function makeHistoryHandlers(threads: Threads, shown: ThreadControl): HistoryHandlers {
  return {
    findConversations: ({ query, offset, limit }) => findConversations(query, offset, limit),

    async openConversation({ tabId, number }) {
      const conversation = await getConversation(number);
      if (!conversation) throw new AppError('conversation-gone');
      await shown.open(tabId, conversation.id);
    },

    openConversationPage: ({ tabId }) => openConversationPage(threads, shown, tabId),

    async renameConversation({ number, title }) {
      await renameConversation(number, title);
      announceChange('history');
      void indexStale().catch(() => undefined);
    },

    async pinConversation({ number, pinned }) {
      await pinConversation(number, pinned);
      announceChange('history');
    },

    async deleteConversation({ number }) {
      const threadId = await findThreadId(number);
      if (threadId !== undefined) await shown.close(threadId);
      await markDeleted(number);
      announceChange('history');
      purgeSoon();
    },

    async keepConversation({ number }) {
      const kept = await takeBackDeletion(number);
      announceChange('history');
      return { kept };
    },

    async deleteHistory() {
      await shown.closeAll();
      // First the drafts of the session: from there they come into the database.
      await forgetDrafts();
      await deleteHistory();
      announceChange('history');
    },

    exportConversations,

    async importConversations({ conversations }) {
      const report = await importConversations(conversations);
      announceChange('history');
      return report;
    },
  };
}
