import { AppErrorData } from '~/lib/shared/app-error-data';
import { ExtractedPage } from '~/lib/shared/page-content';
import { PdfOrder, PdfReply } from '~/lib/shared/pdf';
import { SummaryOptions } from '~/lib/shared/settings';
import { DrawnSvg, SvgToDraw } from '~/lib/shared/svg-drawing';
import { z } from '~/lib/shared/zod';

/**
 * What the background has the offscreen document do (Chromium only: a worker has no DOM). The background announces a
 * job by a message, the document connects a Port for it, gets the job and answers. The document opens the Port, not
 * the background: a listener for Ports in it would also hold the watchers' Ports open when the background dies.
 */
export const OffscreenAnnouncement = z.object({ offscreen: z.string() });

/** Port of one job, followed by the id that was announced. */
export const OFFSCREEN_PORT = 'offscreen:';

export const OffscreenJob = z.discriminatedUnion('type', [
  z.object({ type: z.literal('extract'), html: z.string(), url: z.string() }),
  z.object({ type: z.literal('summarizer-available') }),
  z.object({ type: z.literal('summarize'), text: z.string(), options: SummaryOptions, language: z.string() }),
  z.extend(SvgToDraw, { type: z.literal('draw-svg') }),
  /** Makes a finished file fetchable for windows; `name`: of its handing over (`takeOverFile`). */
  z.object({ type: z.literal('offer-file'), name: z.string() }),
  /** Reads a PDF file, which is handed over under `name`. */
  z.object({ type: z.literal('pdf'), name: z.string(), order: PdfOrder }),
]);
export type OffscreenJob = z.infer<typeof OffscreenJob>;

/** Answers to a job: any number of `text` and `pdf`, then one of the others. */
export const OffscreenReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page'), page: ExtractedPage }),
  z.extend(DrawnSvg, { type: z.literal('drawing') }),
  /** The `blob:` address of an `offer-file`. */
  z.object({ type: z.literal('file'), url: z.string().check(z.startsWith('blob:')) }),
  z.object({ type: z.literal('pdf'), reply: PdfReply }),
  z.object({ type: z.literal('available'), available: z.boolean() }),
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('error'), error: AppErrorData }),
]);
export type OffscreenReply = z.infer<typeof OffscreenReply>;
