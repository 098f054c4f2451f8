import type { RunRequest } from '~/lib/shared/run';

import type { ReportTask, TaskMeta } from './task';

type CheckSafetyRequest = Extract<RunRequest, { task: 'check-safety' }>;

/** Looks through the page, the selection or the page behind a link for hidden instructions and harmful content. */
export const meta: TaskMeta<CheckSafetyRequest> = {
  id: 'check-safety',
  titleKey: 'taskCheckSafety',
  menuKeys: { page: 'menuCheckPage', selection: 'menuCheckSelection', link: 'menuCheckLink' },
  order: 4,
  makeRequest: (source) => ({ task: 'check-safety', source, images: false }),
};

const checkSafety: ReportTask<CheckSafetyRequest> = { ...meta, report: true };
export default checkSafety;
