import type { TaskMeta } from './task';

/**
 * What popup, panel and menus show of the tasks. Only the export `meta` of each file is taken, so that the
 * bundler drops prompts and summarizer from pages (`test/tasks/bundle.test.ts` sees to it).
 */
const files = import.meta.glob<TaskMeta>(['./*.ts', '!./index.ts', '!./meta.ts', '!./task.ts'], {
  eager: true,
  import: 'meta',
});

/** Every task, in the order of its button; tasks without a button come last. */
export const TASK_META: readonly TaskMeta[] = Object.values(files).sort(
  (a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.id < b.id ? -1 : 1),
);
