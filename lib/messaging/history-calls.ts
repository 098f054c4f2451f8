import { ConversationRow, TITLE_LENGTH } from '~/lib/shared/conversation';
import { z } from '~/lib/shared/zod';

const nothing = z.void();
const one = z.object({ number: z.number() });

/** What became of some conversations of a file. */
export const ImportReport = z.object({
  /** Conversations that are new, or have got answers that they lacked. */
  added: z.number(),
  /** Those that were there already, with all their answers. */
  known: z.number(),
  /** Those that are older than what is kept. */
  old: z.number(),
  /** Conversations, and answers in conversations, that cannot be read. */
  damaged: z.number(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Rows of the protocol that are about the history. Whatever changes it is announced as a change of `history` (`wake.ts`). */
export const HISTORY_CALLS = {
  /** Conversations that hold all words of `query`, the best first; without a word all of them, the latest first. 50 rows at most. */
  findConversations: {
    input: z.object({ query: z.string().check(z.maxLength(1_000)), offset: z.number(), limit: z.number().check(z.maximum(50)) }),
    output: z.object({ total: z.number(), rows: z.array(ConversationRow) }),
  },
  /** Shows a conversation in the tab, in the place of its present one. */
  openConversation: { input: z.extend(one, { tabId: z.number() }), output: nothing },
  /** Opens the page that the tab's conversation is about in a tab of its own, with the conversation. */
  openConversationPage: { input: z.object({ tabId: z.number() }), output: nothing },
  /** An empty title gives it back that of its first question or page. */
  renameConversation: { input: z.extend(one, { title: z.string().check(z.maxLength(TITLE_LENGTH * 4)) }), output: nothing },
  pinConversation: { input: z.extend(one, { pinned: z.boolean() }), output: nothing },
  /** Takes it out of the history. For `UNDO_SECONDS` that can be taken back, then it is gone. */
  deleteConversation: { input: one, output: nothing },
  /** Takes the deletion back; false when it is too late. */
  keepConversation: { input: one, output: z.object({ kept: z.boolean() }) },
  /** Deletes all conversations for good, with everything that was kept of them. */
  deleteHistory: { input: z.object({}), output: nothing },
  /**
   * Conversations as parts of a file (`history-file.ts`): the one named, or all from the `after`th number on, until they come to
   * some megabytes. `next` is where to go on; absent at the end. No key is ever in it.
   */
  exportConversations: {
    input: z.object({ as: z.enum(['json', 'markdown']), number: z.optional(z.number()), after: z.optional(z.number()) }),
    output: z.object({ parts: z.array(z.string()), damaged: z.number(), next: z.optional(z.number()) }),
  },
  /** Takes in conversations of an exported file; those that are there already change nothing. */
  importConversations: { input: z.object({ conversations: z.array(z.unknown()) }), output: ImportReport },
} as const;
