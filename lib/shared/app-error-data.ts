import { ERROR_CODES, ERROR_REASONS } from './app-error';
import { z } from './zod';

/** An `AppError` as it travels in messages and rests in storage. Never holds a key or page text. */
export const AppErrorData = z.object({
  code: z.enum(ERROR_CODES),
  reason: z.optional(z.enum(ERROR_REASONS)),
  /** What the other side said, at most 300 characters. Hostile text: shown as text, never parsed. */
  detail: z.optional(z.string()),
  /** HTTP status, where there was one. */
  status: z.optional(z.number()),
  /** Host that was asked, e.g. `api.aimlapi.com`. */
  host: z.optional(z.string()),
  /** Origin whose permission is missing, e.g. `https://example.org`. */
  origin: z.optional(z.string()),
  /** Model id concerned. */
  model: z.optional(z.string()),
  /** Id of a model that could do it, where the error's own cannot. */
  suggestion: z.optional(z.string()),
  /** Characters that would go to `host`, where the reader has to agree first; and their price in US dollars, where it is known. */
  characters: z.optional(z.number()),
  usd: z.optional(z.number()),
  /** The limit of a day that a request would exceed, what is used of it, and what the request would add, where that is known; in US dollars or tokens. */
  limit: z.optional(z.object({ unit: z.enum(['usd', 'tokens']), used: z.number(), limit: z.number(), next: z.optional(z.number()) })),
  /** Seconds the server asked us to wait. */
  retryAfter: z.optional(z.number()),
});
export type AppErrorData = z.infer<typeof AppErrorData>;
