import { z } from './zod';

/**
 * A picture in a message. Its bytes rest in the image store under `imageId`; a picture that could not be had here has
 * its public `https:` address in `url` instead, and the server fetches it.
 */
export const ImagePart = z.object({
  type: z.literal('image'),
  imageId: z.optional(z.string()),
  url: z.optional(z.string()),
  mediaType: z.optional(z.enum(['image/jpeg', 'image/png', 'image/webp'])),
  /** Pixels as sent; 0 when not known. */
  width: z.number(),
  height: z.number(),
});
export type ImagePart = z.infer<typeof ImagePart>;

/** A PDF that goes out as it is (contract section 4.4). Its bytes rest in the file store. */
export const FilePart = z.object({ type: z.literal('file'), fileId: z.string(), name: z.string(), bytes: z.number(), /** As estimated: its text, and its pages as pictures. */ tokens: z.number() });
export type FilePart = z.infer<typeof FilePart>;

/** What Docent sends (contract section 4.2). */
export const ChatMessage = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
  /** Pictures that belong to the text; sent after it. Only in messages of the user. */
  images: z.optional(z.array(ImagePart)),
  /** Likewise; sent before it. */
  files: z.optional(z.array(FilePart)),
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
