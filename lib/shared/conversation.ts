import { z } from './zod';

/** Part of a text: UTF-16 units from `start` up to `end`. */
export const TextRange = z.object({ start: z.number(), end: z.number() });
export type TextRange = z.infer<typeof TextRange>;

/** A thread as the history lists it. */
export const Conversation = z.object({
  /** Id of its thread. */
  id: z.string(),
  /** What the reader called it, else the first question, else the page's title; empty where there is none of these. */
  title: z.string(),
  /** The page it began with. */
  page: z.object({ url: z.string(), title: z.string() }),
  /** Milliseconds since 1970: when it began, and when something last came of it. */
  createdAt: z.number(),
  updatedAt: z.number(),
  pinned: z.boolean(),
  answers: z.number(),
});
export type Conversation = z.infer<typeof Conversation>;

/** A row of the history. */
export const ConversationRow = z.object({
  /** By which it is opened, renamed, deleted …; not the same on another device. */
  number: z.number(),
  /** Absent: what is stored of it is damaged. */
  conversation: z.optional(Conversation),
  /** Where the title holds what was searched for. */
  marks: z.optional(z.array(TextRange)),
  /** The passage of a question or answer that holds it. */
  excerpt: z.optional(z.object({ text: z.string(), marks: z.array(TextRange) })),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

/** Seconds in which a deletion can be taken back. */
export const UNDO_SECONDS = 10;

/** Characters of a title. */
export const TITLE_LENGTH = 200;

/** Days that a conversation is kept after its last answer; 0: for ever. */
const KEEP_DAYS = [30, 365, 0] as const;

export const HistoryOptions = z.object({
  /** Whether conversations are kept beyond their tab. */
  on: z.boolean(),
  keepDays: z.union(KEEP_DAYS.map((days) => z.literal(days))),
});
export type HistoryOptions = z.infer<typeof HistoryOptions>;

export const DEFAULT_HISTORY_OPTIONS: HistoryOptions = { on: true, keepDays: 0 };
