import type { RunRequest } from '~/lib/shared/run';

import { scanMessages } from './prompt/scan-messages';
import type { Task, TaskMeta } from './task';

type ReadScanRequest = Extract<RunRequest, { task: 'read-scan' }>;

/** Reads those pages of a PDF that are pictures, such as a scan's, word for word. */
export const meta: TaskMeta<ReadScanRequest> = {
  id: 'read-scan',
  titleKey: 'taskReadScan',
  menuKeys: {},
};

/** The pages are put together on this device: no model is asked about what was read of them. */
function nobodyAsks(): never {
  throw new Error('a scan is read page by page');
}

const readScan: Task<ReadScanRequest> = {
  ...meta,
  buildMessages: scanMessages,
  answerTokens: () => 4_000,
  inParts: { wants: () => true, noteMessages: scanMessages, joinMessages: nobodyAsks, answerMessages: nobodyAsks },
};
export default readScan;
