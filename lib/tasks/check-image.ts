import type { RunRequest } from '~/lib/shared/run';

import type { ReportTask, TaskMeta } from './task';

type CheckImageRequest = Extract<RunRequest, { task: 'check-image' }>;

/** Has a guard judge a picture, what the tab shows, or a part of that. */
export const meta: TaskMeta<CheckImageRequest> = {
  id: 'check-image',
  titleKey: 'taskCheckImage',
  menuKeys: { image: 'menuCheckImage' },
  menuOrder: 3,
  makeRequest: (source) => ({ task: 'check-image', source }),
};

const checkImage: ReportTask<CheckImageRequest> = { ...meta, report: true };
export default checkImage;
