import { Conversation, TITLE_LENGTH } from '~/lib/shared/conversation';
import type { RunHead } from '~/lib/shared/run';
import { z } from '~/lib/shared/zod';

/** A conversation as it rests, beside its runs. */
export const StoredConversation = z.extend(Conversation, {
  /** Its key, given by the database: short, for the search index holds it for every word. */
  number: z.number(),
  /** The reader has given it its title. */
  named: z.boolean(),
  /** Position of the run whose question is the title; absent while there is none. */
  questionAt: z.optional(z.number()),
  /** Position of the run that it began with. */
  beganAt: z.number(),
  /** Ids of pictures in the image store that its runs show. */
  images: z.array(z.string()),
  /** Place in the list, from the last to the first. Absent while it is about to be deleted, so that no list has it. */
  rank: z.optional(z.number()),
  /** Present while the search index does not know all of it. */
  stale: z.optional(z.literal(1)),
  /** Milliseconds since 1970 when the reader deleted it. It is gone soon after. */
  deletedAt: z.optional(z.number()),
});
export type StoredConversation = z.infer<typeof StoredConversation>;

/** Without the key, which the database gives to a new one. */
export type NewConversation = Omit<StoredConversation, 'number'> & { number?: number };

/** A run as far as its conversation has to know it. */
export type NotedRun = Pick<RunHead, 'request' | 'page' | 'pictures' | 'createdAt'> & { threadId: string; position: number };

/** Pinned conversations come before all others, whenever they were. */
const PINNED = 1e15;

/** The place of a conversation in the list. */
export function rankOf({ pinned, updatedAt }: Pick<Conversation, 'pinned' | 'updatedAt'>): number {
  return (pinned ? PINNED : 0) + updatedAt;
}

/**
 * A conversation once a run was added or has changed.
 * @param at milliseconds since 1970 when it did
 */
export function noteRun(known: NewConversation | undefined, run: NotedRun, answers: number, at: number): NewConversation {
  const conversation = known ?? begin(run);
  const updatedAt = Math.max(conversation.updatedAt, at);
  const isFirst = run.position <= conversation.beganAt;
  const noted = {
    ...conversation,
    updatedAt,
    answers,
    createdAt: Math.min(conversation.createdAt, run.createdAt),
    ...(isFirst ? { page: run.page, beganAt: run.position } : {}),
    images: [...new Set([...conversation.images, ...(run.pictures ?? []).flatMap(({ imageIds }) => imageIds)])],
    ...(conversation.deletedAt === undefined ? { rank: rankOf({ pinned: conversation.pinned, updatedAt }) } : {}),
  };
  return { ...noted, ...nameAfter(noted, run) };
}

/**
 * A conversation after it has lost runs, as if they had never been; what the reader made of it stays.
 * @param runs those of the others that can be read
 */
export function noteRuns(known: NewConversation, runs: readonly NotedRun[], answers: number): NewConversation {
  if (runs.length === 0) return { ...known, answers };
  const bare: NewConversation = { ...known, beganAt: Infinity, images: [] };
  delete bare.questionAt;
  return runs.reduce((noted, run) => noteRun(noted, run, answers, known.updatedAt), bare);
}

function begin({ threadId, page, createdAt, position }: NotedRun): NewConversation {
  return { id: threadId, title: '', named: false, page, createdAt, updatedAt: createdAt, pinned: false, answers: 0, images: [], beganAt: position };
}

/** The first question is the title, whatever came before it; until there is one, the page's title. */
function nameAfter(conversation: NewConversation, { request, position }: NotedRun): Partial<NewConversation> {
  if (conversation.named) return {};
  const question = 'question' in request ? asTitle(request.question) : '';
  if (question && position <= (conversation.questionAt ?? Infinity)) return { title: question, questionAt: position };
  return conversation.questionAt === undefined ? { title: asTitle(conversation.page.title) } : {};
}

/** A text as a title: one line, not too long. */
export function asTitle(text: string): string {
  const line = text.slice(0, TITLE_LENGTH * 4).replace(/\s+/g, ' ').trim();
  return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}

/** The conversation as it is while its deletion can be taken back: in no list. */
export function asDeleted(conversation: NewConversation): NewConversation {
  const deleted = { ...conversation, deletedAt: Date.now() };
  // An index leaves out only what lacks the field.
  delete deleted.rank;
  return deleted;
}
