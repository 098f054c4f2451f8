import { z } from './zod';

/** What Docent sends; pictures and files join as further parts (contract section 4.2). */
export const ChatMessage = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Tokens and cost as the server counted them; every field only when it did. */
export const Usage = z.object({
  promptTokens: z.optional(z.number()),
  completionTokens: z.optional(z.number()),
  reasoningTokens: z.optional(z.number()),
  /** US dollars (`meta.usage.usd_spent`, contract section 4.5). */
  usd: z.optional(z.number()),
});
export type Usage = z.infer<typeof Usage>;

/** `length`: cut off at the token cap. `filtered`: blocked by the provider. Everything else is a normal end. */
export const FinishReason = z.enum(['stop', 'length', 'filtered']);
export type FinishReason = z.infer<typeof FinishReason>;
