import { PictureRef } from './picture';
import { z } from './zod';

/** What goes along with a question beside the page: shown above the message box before it is sent, nothing unseen. */
export const Attachment = z.discriminatedUnion('kind', [
  /** The page of an open tab as it was chosen: another page in that tab is another attachment. */
  z.object({ kind: z.literal('tab'), tabId: z.number(), url: z.string(), title: z.string() }),
  /** A file whose bytes rest in Docent's own database (`lib/storage/file-store.ts`); `bytes` is their number. */
  z.object({ kind: z.literal('file'), fileId: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() }),
  /** A picture of the tab's page, which is at `url`; `name`: what that calls it, or its caption. */
  z.object({ kind: z.literal('picture'), picture: PictureRef, url: z.string(), name: z.string() }),
]);
export type Attachment = z.infer<typeof Attachment>;

/** Names an attachment within its conversation. */
export function attachmentKey(attachment: Attachment): string {
  switch (attachment.kind) {
    case 'tab':
      return `tab:${attachment.tabId}:${attachment.url}`;
    case 'file':
      return attachment.fileId;
    case 'picture':
      return `picture:${attachment.picture.frameId ?? 0}:${attachment.picture.id ?? ''}:${attachment.picture.src ?? ''}:${attachment.url}`;
  }
}

/** Whether it goes along as a picture, which not every model takes. */
export function isPictureAttachment(attachment: Attachment): boolean {
  return attachment.kind === 'picture' || (attachment.kind === 'file' && attachment.mediaType.startsWith('image/'));
}
