import type { ATTACHMENT_CALLS } from '~/lib/messaging/attachment-calls';
import type { CallHandlers } from '~/lib/messaging/handle';
import { AppError } from '~/lib/shared/app-error';
import { attachmentKey } from '~/lib/shared/attachment';
import type { Platform } from '../platform';
import { isUnkept } from '../run-tab';
import type { Threads } from '../threads';
import { listTabs } from './list-tabs';
import { measureTray } from './measure-tray';
import { Measurements } from './measurements';
import { changeTray, findTray } from './trays';
import { forgetGiven, keepGiven, unlockFile, Uploads } from './uploads';

/** What the background does for each call about attachments. */
export function makeAttachmentHandlers(platform: Platform, threads: Threads): Pick<CallHandlers, keyof typeof ATTACHMENT_CALLS> {
  const uploads = new Uploads();
  const measurements = new Measurements();
  return {
    getTray: async ({ tabId }) => findTray(await threads.ofTab(tabId)),

    async changeTray({ tabId, source, add, remove = [] }) {
      const thread = await threads.ofTab(tabId);
      const tray = await changeTray(thread, { source, add, remove });
      measurements.leaveOut(thread.id, [...remove, ...(add ?? []).map(attachmentKey)]);
      return tray;
    },

    async attachFile({ tabId, threadId, ...slice }) {
      const bytes = uploads.add(slice);
      if (!bytes) return null;
      const [thread, isPrivate] = await Promise.all([threads.ofTab(tabId), isUnkept(tabId)]);
      // It belongs to the conversation that the reader dropped it into.
      if (thread.id !== threadId) throw new AppError('file-failed', { reason: 'file-gone' });
      const file = await keepGiven(slice, bytes, thread.id, isPrivate, platform);
      try {
        return await changeTray(thread, { add: [file] });
      } catch (thrown) {
        await forgetGiven(slice.fileId, thread.id);
        throw thrown;
      }
    },

    async unlockFile({ tabId, fileId, password }) {
      const [thread, isPrivate] = await Promise.all([threads.ofTab(tabId), isUnkept(tabId)]);
      await unlockFile(fileId, password, thread.id, isPrivate, platform);
    },

    async measureTray({ tabId, ...wanted }) {
      const [thread, isPrivate] = await Promise.all([threads.ofTab(tabId), isUnkept(tabId)]);
      const signal = threads.whileSeen(tabId);
      return measurements.run(thread.id, wanted.attachments, (isWanted) => measureTray(wanted, thread, { threadId: thread.id, tabId, isPrivate, platform, signal, wanted: isWanted }));
    },

    listTabs: ({ tabId }) => listTabs(tabId),
  };
}
