import { browser } from 'wxt/browser';
import { type MessageKey, t } from '~/lib/i18n/message';
import type { RunSource } from '~/lib/shared/run';
import { getSettings } from '~/lib/storage/settings';
import { TASK_META } from '~/lib/tasks/meta';
import { openPanel } from './open-panel';
import { createPromptMenus } from './prompts/prompt-menus';
import { listPrompts } from './prompts/prompts';
import type { RunControl } from './run-control';
import { createReadingMenus } from './speech/reading-menus';

/** Sources that can be clicked; Docent and the browser call them the same. */
const KINDS = ['page', 'selection', 'link', 'image'] as const satisfies readonly RunSource['kind'][];
const WEB = ['http://*/*', 'https://*/*'];
const PAGES = [...WEB, 'file:///*'];

/** One at a time: entries that two made together would be there twice. */
let creating: Promise<void> = Promise.resolve();

/** One entry for each source a task names, for instance "Summarize selection", those of reading aloud, and the saved prompts. */
export function createMenus(): Promise<void> {
  creating = creating.then(create).catch((thrown: unknown) => console.warn('The menus are incomplete.', thrown));
  return creating;
}

async function create(): Promise<void> {
  const prompts = await listPrompts().catch(() => []);
  await browser.contextMenus.removeAll();
  for (const task of TASK_META) {
    for (const kind of KINDS) {
      const key = task.menuKeys[kind];
      if (!key || !task.makeRequest) continue;
      browser.contextMenus.create({
        id: `${task.id}:${kind}`,
        title: t(key as MessageKey),
        contexts: [kind],
        documentUrlPatterns: PAGES,
        ...(kind === 'link' ? { targetUrlPatterns: WEB } : {}),
      });
    }
  }
  createReadingMenus(PAGES);
  createPromptMenus(prompts, PAGES);
}

interface Click {
  menuItemId: string | number;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  srcUrl?: string | undefined;
  frameId?: number | undefined;
}

/** Opens the panel within the click, then starts the run that streams there. */
export function handleMenuClick(control: RunControl, click: Click, tabId: number | undefined): void {
  const [taskId, kind] = String(click.menuItemId).split(':');
  const task = TASK_META.find(({ id }) => id === taskId);
  const source = makeSource(kind, click);
  // A picture or PDF viewer that is an extension of its own has no tab of its own.
  if (!task || !source || tabId === undefined || tabId < 0) return;
  openPanel(tabId);
  void startTask(control, tabId, task.id, source);
}

/** Starts a task as the reader last set it. Whatever fails shows in the run. */
export async function startTask(control: RunControl, tabId: number, taskId: string, source: RunSource): Promise<void> {
  const { settings } = await getSettings();
  const request = TASK_META.find(({ id }) => id === taskId)?.makeRequest?.(source, { summary: settings.summary });
  if (!request) return;
  await control.start(tabId, request).catch((thrown: unknown) => console.warn('The run did not start.', thrown));
}

function makeSource(kind: string | undefined, click: Click): RunSource | undefined {
  const { selectionText, linkUrl, srcUrl, frameId } = click;
  if (kind === 'page') return { kind };
  if (kind === 'selection') return selectionText ? { kind, text: selectionText } : { kind };
  if (kind === 'image' && srcUrl) return { kind, picture: { src: srcUrl, ...(frameId === undefined ? {} : { frameId }) } };
  return kind === 'link' && linkUrl ? { kind, url: linkUrl } : undefined;
}
