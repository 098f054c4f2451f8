import { TASK_META } from './meta';
import type { Task, TaskId } from './task';

/** The registry is the folder: a new file beside this one is a new task. For the background; pages import `meta.ts`. */
const files = import.meta.glob<Task>(['./*.ts', '!./index.ts', '!./meta.ts', '!./task.ts'], {
  eager: true,
  import: 'default',
});

export const TASKS = Object.fromEntries(Object.values(files).map((task) => [task.id, task])) as Record<TaskId, Task>;

/** Every task, in the order of its button; tasks without a button come last. */
export const TASK_LIST: readonly Task[] = TASK_META.map(({ id }) => TASKS[id]);
