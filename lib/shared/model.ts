import { z } from './zod';

/** One model of a server, reduced from the three catalogue shapes of contract section 3.1 (and OpenAI's own). */
export const Model = z.object({
  id: z.string(),
  aliases: z.array(z.string()),
  name: z.string(),
  developer: z.optional(z.string()),
  /** Tokens of input and output together; absent when the server does not say. */
  contextLength: z.optional(z.number()),
  /** Largest answer in tokens. */
  outputMax: z.optional(z.number()),
  /** Takes pictures. `undefined` means not known. */
  vision: z.optional(z.boolean()),
  /** Takes PDF files. Absent: no, or not known. */
  files: z.optional(z.boolean()),
  /** Thinks before it answers, or may. `undefined` means not known. */
  reasoning: z.optional(z.boolean()),
  /** Will be gone soon, or is kept for those only who use it already. */
  deprecated: z.optional(z.boolean()),
  /** Answers chat completions, as far as the server tells. */
  chat: z.boolean(),
  /** Makes speech of text. */
  speech: z.optional(z.boolean()),
  /** US dollars a million characters, for a model that speaks. */
  speechPrice: z.optional(z.number()),
  /** US dollars a million tokens. */
  price: z.optional(z.object({ input: z.number(), output: z.number() })),
});
export type Model = z.infer<typeof Model>;

/** Whether `id` names this model, by id or alias (contract section 3.1). */
export function isModel(model: Model, id: string): boolean {
  return model.id === id || model.aliases.includes(id);
}
