import { AppErrorData } from './app-error-data';
import { ExtractedPage } from './page-content';
import { z } from './zod';

/** What is said about a PDF file that is to be read. */
export const PdfOrder = z.object({
  /** Its address; of a file that was dropped, its name. */
  url: z.string(),
  /** Name to show where the document has no title of its own. */
  name: z.string(),
  /** For a file that is encrypted. Kept in memory only. */
  password: z.optional(z.string()),
  /** Pages that are wanted as pictures, in place of the text, and the pixels on the long side of each. */
  draw: z.optional(z.object({ pages: z.array(z.number()), maxSide: z.number() })),
});
export type PdfOrder = z.infer<typeof PdfOrder>;

export const PdfProgress = z.object({ page: z.number(), pages: z.number() });
export type PdfProgress = z.infer<typeof PdfProgress>;

/** A page as a picture: a `data:` address of a JPEG, which is absent where the page cannot be drawn. */
export const DrawnPage = z.object({ page: z.number(), dataUrl: z.optional(z.string()), width: z.number(), height: z.number() });
export type DrawnPage = z.infer<typeof DrawnPage>;

/** Answers to an order: any number of `progress`, then `page` and `end`, or `error`; where pages are to be drawn, one `picture` for each, and `end`. */
export const PdfReply = z.discriminatedUnion('type', [
  z.extend(PdfProgress, { type: z.literal('progress') }),
  z.object({ type: z.literal('page'), page: ExtractedPage }),
  z.extend(DrawnPage, { type: z.literal('picture') }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('error'), error: AppErrorData }),
]);
export type PdfReply = z.infer<typeof PdfReply>;
