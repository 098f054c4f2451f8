import type { AnswerRequest, ReportRequest, RunRequest } from '~/lib/shared/run';
import { TASK_META } from './meta';
import type { ReportTask, Task } from './task';

/** The registry is the folder: a new file beside this one is a new task. For the background; pages import `meta.ts`. */
const files = import.meta.glob<Task | ReportTask>(['./*.ts', '!./index.ts', '!./meta.ts', '!./task.ts'], {
  eager: true,
  import: 'default',
});

type Registry = Record<AnswerRequest['task'], Task> & Record<ReportRequest['task'], ReportTask>;

export const TASKS = Object.fromEntries(Object.values(files).map((task) => [task.id, task])) as Registry;

/** Every task, in the order of its button; tasks without a button come last. */
export const TASK_LIST: readonly (Task | ReportTask)[] = TASK_META.map(({ id }) => TASKS[id]);

/** What answers a request with a text; undefined for one that ends in a report. */
export function answerTask({ task: id }: Pick<RunRequest, 'task'>): Task | undefined {
  const task = TASKS[id];
  return 'report' in task ? undefined : task;
}
