import { announceChange } from '~/lib/messaging/wake';
import { AppError } from '~/lib/shared/app-error';
import { type Attachment, attachmentKey, isPictureAttachment } from '~/lib/shared/attachment';
import { MAX_ATTACHMENTS, MAX_COMPARED } from '~/lib/shared/picture-limits';
import type { Tray, TraySource } from '~/lib/shared/tray';
import { removeFile } from '~/lib/storage/file-store';
import { forgetText } from '~/lib/storage/text-store';
import { keepTray, readTray } from '~/lib/storage/trays';
import type { Thread } from '../thread';

/** The last change under way, by conversation: each begins with what the one before has left. */
const changing = new Map<string, Promise<unknown>>();

/** What goes along with the next question of a conversation: what the reader has chosen, else what went along with its last one. */
export async function findTray(thread: Thread): Promise<Tray> {
  return (await readTray(thread.id)) ?? trayOfLast(thread);
}

function trayOfLast({ id, path }: Thread): Tray {
  const last = path.findLast(({ run }) => run.request.task === 'ask')?.run.request;
  if (last?.task !== 'ask') return { threadId: id, attachments: [] };
  const { source, attachments = [] } = last;
  return { threadId: id, ...(source.kind === 'none' ? { source: { kind: 'none' } } : {}), attachments };
}

/** Changes a tray. Throws `file-failed` (`too-many`) and what storage throws; then nothing has changed. */
export async function changeTray(thread: Thread, { source, add = [], remove = [] }: { source?: TraySource | undefined; add?: readonly Attachment[] | undefined; remove?: readonly string[] | undefined }): Promise<Tray> {
  const work = (changing.get(thread.id) ?? Promise.resolve()).catch(() => undefined).then(async () => {
    const tray = await findTray(thread);
    const added = new Map(add.map((attachment) => [attachmentKey(attachment), attachment]));
    const gone = tray.attachments.filter((attachment) => remove.includes(attachmentKey(attachment)));
    const kept = tray.attachments.filter((attachment) => !gone.includes(attachment) && !added.has(attachmentKey(attachment)));
    const attachments = [...kept, ...added.values()];
    const tooManyPictures = add.some(isPictureAttachment) && attachments.filter(isPictureAttachment).length > MAX_COMPARED;
    if (attachments.length > MAX_ATTACHMENTS || tooManyPictures) throw new AppError('file-failed', { reason: 'too-many' });
    // What is chosen now is meant as it is now.
    for (const [key, { kind }] of added) if (kind !== 'file') await forgetText(thread.id, key);
    for (const attachment of gone) await forgetUnlessSent(thread, attachment);
    const changed: Tray = { ...tray, attachments, ...(source ? { source } : {}) };
    await keepTray(changed);
    announceChange('attachments');
    return changed;
  });
  changing.set(thread.id, work);
  try {
    return await work;
  } finally {
    if (changing.get(thread.id) === work) changing.delete(thread.id);
  }
}

/** A file that went along with an earlier question stays with the conversation: that question may be asked again. */
async function forgetUnlessSent(thread: Thread, attachment: Attachment): Promise<void> {
  const key = attachmentKey(attachment);
  if (thread.runs.some(({ run: { request } }) => request.task === 'ask' && request.attachments?.some((each) => attachmentKey(each) === key))) return;
  if (attachment.kind === 'file') await removeFile(attachment.fileId);
  await forgetText(thread.id, key);
}
