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
});
export type PdfOrder = z.infer<typeof PdfOrder>;

export const PdfProgress = z.object({ page: z.number(), pages: z.number() });
export type PdfProgress = z.infer<typeof PdfProgress>;

/** Picture of a page: a JPEG as `data:` address, and its size in pixels. */
export const PdfPicture = z.object({ page: z.number(), dataUrl: z.string(), width: z.number(), height: z.number() });
export type PdfPicture = z.infer<typeof PdfPicture>;

/** What is done with a PDF file: its text is read, or pages are drawn. */
export const PdfJob = z.discriminatedUnion('type', [
  z.object({ type: z.literal('read'), order: PdfOrder }),
  z.object({ type: z.literal('draw'), order: PdfOrder, pages: z.array(z.number()), maxSide: z.number() }),
]);
export type PdfJob = z.infer<typeof PdfJob>;

/** Answers to a job: any number of `progress` and `picture`, then `page` (of a reading), `end` or `error`. */
export const PdfReply = z.discriminatedUnion('type', [
  z.extend(PdfProgress, { type: z.literal('progress') }),
  z.extend(PdfPicture, { type: z.literal('picture') }),
  z.object({ type: z.literal('page'), page: ExtractedPage }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('error'), error: AppErrorData }),
]);
export type PdfReply = z.infer<typeof PdfReply>;
