import { DaySpending } from '~/lib/shared/spending';
import { z } from '~/lib/shared/zod';

/** Tokens that go to another model; without `usd` when its price is not known. */
const Beside = z.object({ tokens: z.number(), usd: z.optional(z.number()) });

/** What a question to the server comes to, before it is written. */
export const QuestionEstimate = z.object({
  /** Model that would answer. */
  model: z.string(),
  /** Tokens that go out with every question: instructions, page, what was said before. */
  sent: z.number(),
  /** Tokens that answers have in this conversation, else usually. */
  answer: z.number(),
  /** US dollars a million tokens; absent when nobody tells. */
  price: z.optional(z.object({ input: z.number(), output: z.number() })),
  /** All of a long text that goes to a model for embeddings before. */
  embedding: z.optional(Beside),
  /** What the guard's own requests come to, where pages, messages or answers are checked. */
  guard: z.optional(Beside),
});
export type QuestionEstimate = z.infer<typeof QuestionEstimate>;

/** Rows of the protocol that are about cost. */
export const SPENDING_CALLS = {
  /** What today has cost so far. Changes are announced as those of `spending` (`wake.ts`). */
  getSpending: { input: z.object({}), output: DaySpending },
  /**
   * What a question about the tab's page comes to: the reader has begun to write one. Nothing is sent. `version`: of the page; as
   * long as it is the same, the page is read once. Null where no server would be asked, or the page cannot be read.
   */
  estimateQuestion: {
    input: z.object({ tabId: z.number(), kind: z.enum(['page', 'kept']), version: z.number() }),
    output: z.nullable(QuestionEstimate),
  },
} as const;
