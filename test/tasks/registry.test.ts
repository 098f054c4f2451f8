import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { RunRequest, type RunSource } from '~/lib/shared/run';
import { DEFAULT_SETTINGS } from '~/lib/shared/settings';
import { TASK_LIST, TASKS } from '~/lib/tasks';
import { TASK_META } from '~/lib/tasks/meta';

const NOT_TASKS = ['index.ts', 'meta.ts', 'task.ts'];
const files = readdirSync('lib/tasks').filter((name) => name.endsWith('.ts') && !NOT_TASKS.includes(name));
const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<string, { message: string } | undefined>;
const readme = readFileSync('README.md', 'utf8');
const requestIds = RunRequest.def.options.map((option) => option.def.shape.task.def.values[0]);

/** One of each thing that a button or menu entry can be about. */
const SOURCES: Record<RunSource['kind'], RunSource> = {
  page: { kind: 'page' },
  selection: { kind: 'selection', text: 'Chosen words.' },
  kept: { kind: 'kept' },
  none: { kind: 'none' },
  link: { kind: 'link', url: 'https://example.net/a' },
  image: { kind: 'image', picture: { src: 'https://example.net/a.png', frameId: 0 } },
  view: { kind: 'view' },
  region: { kind: 'region', region: { x: 0, y: 0, width: 0.5, height: 0.5 } },
  images: { kind: 'images', pictures: [{ id: 'p1' }, { id: 'p2' }] },
};

describe('the registry', () => {
  it('holds exactly the files of the folder and the requests of the protocol', () => {
    const names = files.map((name) => name.replace(/\.ts$/, '')).sort();
    expect(Object.keys(TASKS).sort()).toEqual(names);
    expect([...requestIds].sort()).toEqual(names);
    expect(TASK_META.map((meta) => meta.id)).toEqual(TASK_LIST.map((task) => task.id));
  });

  it('is in the order of the buttons, which no two tasks share', () => {
    const orders = TASK_LIST.flatMap((task) => task.order ?? []);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    expect(TASK_LIST[0]?.id).toBe('summarize');
  });
});

describe.each(files)('%s', (file) => {
  const source = readFileSync(`lib/tasks/${file}`, 'utf8');
  const id = file.replace(/\.ts$/, '') as keyof typeof TASKS;
  const task = TASKS[id];
  const meta = TASK_META.find((entry) => entry.id === id);

  it('is documented: a docstring on `meta`, a row in the README', () => {
    expect(source).toMatch(/\/\*\* .{10,}\*\/\nexport const meta\b/);
    expect(readme).toMatch(new RegExp(`^\\| \`${id}\` \\| .{10,}\\|$`, 'm'));
  });

  it('is complete: meta and task agree and can be asked', () => {
    expect(meta).toBeDefined();
    expect(task).toMatchObject({ ...meta });
    if ('report' in task) return expect(task.report).toBe(true);
    expect(task.buildMessages).toBeTypeOf('function');
    expect(task.answerTokens).toBeTypeOf('function');
  });

  it('has all its messages', () => {
    for (const key of [task.titleKey, ...Object.values(task.menuKeys)]) {
      expect(messages[key]?.message, key).toBeTruthy();
    }
  });

  it('with a button or menu entry makes a request the protocol accepts', () => {
    const startsByButton = task.order !== undefined && !task.opens;
    const kinds = [...(startsByButton ? (['page'] as const) : []), ...(Object.keys(task.menuKeys) as RunSource['kind'][])];
    for (const kind of kinds) {
      const request = meta?.makeRequest?.(SOURCES[kind], { summary: DEFAULT_SETTINGS.summary });
      expect(RunRequest.parse(request)).toEqual(request);
      expect(request?.task).toBe(id);
    }
  });
});
