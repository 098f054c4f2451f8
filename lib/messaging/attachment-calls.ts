import { Attachment } from '~/lib/shared/attachment';
import { MAX_ATTACHMENTS } from '~/lib/shared/picture-limits';
import { MAX_FILE_BYTES, Measured, OpenTab, SLICE_BYTES, Tray, TraySource } from '~/lib/shared/tray';
import { z } from '~/lib/shared/zod';

const tab = z.object({ tabId: z.number() });
const attachments = z.array(Attachment).check(z.maxLength(MAX_ATTACHMENTS));

/**
 * Rows of the protocol that are about attachments. A change is announced as one of `attachments` (`wake.ts`).
 */
export const ATTACHMENT_CALLS = {
  /** What goes along with the tab's next question; of a conversation that was gone on with, what went along with its last one. */
  getTray: { input: tab, output: Tray },
  /** Adds and takes away, by `attachmentKey`. A tab that is added is read anew; a file that is taken away before it went along is forgotten. */
  changeTray: {
    input: z.extend(tab, { source: z.optional(TraySource), add: z.optional(attachments), remove: z.optional(z.array(z.string())) }),
    output: Tray,
  },
  /**
   * A slice of a file, base64; slices come in order. The last one has the file read, kept and added. Null until then. Throws
   * `file-failed`, also where the tab shows another conversation by now, `image-…`, and `bad-message` where the slices before it are not known (any more): begin again.
   */
  attachFile: {
    input: z.extend(tab, {
      threadId: z.string(),
      fileId: z.string().check(z.maxLength(100)),
      name: z.string().check(z.maxLength(1_000)),
      mediaType: z.string().check(z.maxLength(200)),
      bytes: z.number().check(z.maximum(MAX_FILE_BYTES)),
      at: z.number(),
      slice: z.string().check(z.maxLength(Math.ceil(SLICE_BYTES / 3) * 4)),
    }),
    output: z.nullable(Tray),
  },
  /** Opens an attached PDF that is encrypted, and reads it; the password is used for that and kept nowhere. Throws `pdf-password` for a wrong one, and `file-failed` where the file is no more. */
  unlockFile: { input: z.extend(tab, { fileId: z.string().check(z.maxLength(100)), password: z.string().check(z.maxLength(1_000)) }), output: z.void() },
  /**
   * Reads what is named and tells what it comes to; nothing is kept of it, nothing is sent. `selected`: whether text is selected
   * in the tab's page, and which. The reader has begun to write, or has added something.
   */
  measureTray: {
    input: z.extend(tab, { source: z.optional(TraySource), attachments, selected: z.optional(z.boolean()) }),
    output: z.object({ sizes: z.array(Measured), selection: z.optional(z.string()) }),
  },
  /** The other tabs. `hidden`: more that the browser does not name without permission. None of a private window for one that is not. */
  listTabs: { input: tab, output: z.object({ tabs: z.array(OpenTab), hidden: z.number() }) },
} as const;

type AttachmentCalls = typeof ATTACHMENT_CALLS;
export type ToMeasure = Omit<z.output<AttachmentCalls['measureTray']['input']>, 'tabId'>;
export type Measures = z.output<AttachmentCalls['measureTray']['output']>;
