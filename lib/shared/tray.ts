import { AppErrorData } from './app-error-data';
import { Attachment } from './attachment';
import { z } from './zod';

/** What of the tab's page goes along with a question. */
export const TraySource = z.discriminatedUnion('kind', [
  /** All of it, or what was selected in it: of the page at that address. Once the tab shows another, it is chosen no longer. */
  z.object({ kind: z.literal('page'), url: z.string() }),
  z.object({ kind: z.literal('selection'), url: z.string(), text: z.string() }),
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('none') }),
]);
export type TraySource = z.infer<typeof TraySource>;

/** What goes along with the next question of a conversation. Survives the panel, and the background; ends with the browser's session. */
export const Tray = z.object({
  threadId: z.string(),
  /** What the reader chose of the tab's page; absent while they have chosen nothing: all of it. */
  source: z.optional(TraySource),
  attachments: z.array(Attachment),
});
export type Tray = z.infer<typeof Tray>;

/** What one of the things in a tray comes to, or why it cannot be read. `key`: `attachmentKey`, or `page`. */
export const Measured = z.object({
  key: z.string(),
  tokens: z.optional(z.number()),
  /** Of a PDF: how many pages it has. */
  pages: z.optional(z.number()),
  /** Pages of a PDF that are pictures which nobody has read yet, of how many. */
  scan: z.optional(z.object({ pages: z.number(), total: z.number() })),
  error: z.optional(AppErrorData),
});
export type Measured = z.infer<typeof Measured>;

/** Another tab that may be attached. */
export const OpenTab = z.object({
  tabId: z.number(),
  title: z.string(),
  url: z.string(),
  /** It is in the window of the tab that is asked in. */
  here: z.boolean(),
  /** The browser has unloaded it; it is loaded again when it is read. */
  discarded: z.boolean(),
  /** Docent may read its site. */
  allowed: z.boolean(),
  /** Why it cannot be read at all. */
  blocked: z.optional(AppErrorData),
});
export type OpenTab = z.infer<typeof OpenTab>;

/** Bytes of a file that is attached at most. */
export const MAX_FILE_BYTES = 30_000_000;
/** Bytes of a file in one message: messages of the extension are text, and hold 64 MB. */
export const SLICE_BYTES = 4_000_000;
