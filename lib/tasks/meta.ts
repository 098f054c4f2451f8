import type { TaskMeta } from './task';

/**
 * What popup, panel and menus show of the tasks. Only the export `meta` of each file is taken, so that the
 * bundler drops prompts and summarizer from pages (`test/tasks/bundle.test.ts` sees to it).
 */
const files = import.meta.glob<TaskMeta>(['./*.ts', '!./index.ts', '!./meta.ts', '!./task.ts'], {
  eager: true,
  import: 'meta',
});

/** Where tasks without a place of their own stand. */
const LAST = 99;

/** Every task, in the order of its button; tasks without a button come last, in the order of their menu entries. */
export const TASK_META: readonly TaskMeta[] = Object.values(files).sort(
  (a, b) => (a.order ?? LAST) - (b.order ?? LAST) || (a.menuOrder ?? LAST) - (b.menuOrder ?? LAST) || (a.id < b.id ? -1 : 1),
);
