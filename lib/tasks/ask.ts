import type { RunRequest } from '~/lib/shared/run';

import { askMessages } from './prompt/ask-messages';
import type { Task, TaskMeta } from './task';
import { askInParts } from './whole/ask-in-parts';

type AskRequest = Extract<RunRequest, { task: 'ask' }>;

/** Answers a question about the page, in the side panel's conversation. */
export const meta: TaskMeta<AskRequest> = {
  id: 'ask',
  titleKey: 'taskAsk',
  menuKeys: {},
};

const ask: Task<AskRequest> = {
  ...meta,
  buildMessages: askMessages,
  answerTokens: () => 3_000,
  inParts: askInParts,
};
export default ask;
