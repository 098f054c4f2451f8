import type { RunRequest } from '~/lib/shared/run';

import { summaryMessages, summaryTokens } from './prompt/summary-messages';
import { summarizeOnDevice } from './quick-summary';
import type { Task, TaskMeta } from './task';
import { summaryInParts } from './whole/summary-in-parts';

type SummarizeRequest = Extract<RunRequest, { task: 'summarize' }>;

/** Summarizes the page, the selection or the page behind a link. */
export const meta: TaskMeta<SummarizeRequest> = {
  id: 'summarize',
  titleKey: 'taskSummarizePage',
  menuKeys: { page: 'menuSummarizePage', selection: 'menuSummarizeSelection', link: 'menuSummarizeLink' },
  order: 1,
  makeRequest: (source, { summary }) => ({ task: 'summarize', source, options: summary }),
};

const summarize: Task<SummarizeRequest> = {
  ...meta,
  buildMessages: summaryMessages,
  answerTokens: ({ options }) => summaryTokens(options),
  inParts: summaryInParts,
  answerOnDevice: ({ page, request, marks }) => summarizeOnDevice(page, request.source, request.options, marks),
};
export default summarize;
