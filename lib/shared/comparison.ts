import { z } from './zod';

/** An answer's place among those of other models to the same question; they are versions of one turn (`run-tree.ts`). */
export const Comparison = z.object({
  /** The same for all answers that are compared. */
  id: z.string(),
  /** The model that was chosen to answer: it is asked again when the answer is. */
  model: z.string(),
  /** Order in which they are shown, from 0. */
  place: z.number(),
  /** The reader has kept this one: the conversation goes on from it. */
  kept: z.optional(z.boolean()),
});
export type Comparison = z.infer<typeof Comparison>;
