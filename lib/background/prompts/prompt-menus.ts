import { browser } from 'wxt/browser';
import { t } from '~/lib/i18n/message';
import { promptSource, type SavedPrompt } from '~/lib/shared/saved-prompt';
import { openPanel } from '../open-panel';
import type { RunControl } from '../run-control';
import { runPrompt } from './run-prompt';

const PREFIX = 'prompt:';
/** Prompts in the menu, the first ones: one that is longer than the screen helps nobody. */
const SHOWN = 20;

/** A submenu of the prompts about pages, and one of those about a selection. */
export function createPromptMenus(prompts: readonly SavedPrompt[], documentUrlPatterns: string[]): void {
  for (const context of ['page', 'selection'] as const) {
    const fitting = prompts.filter((prompt) => promptSource(prompt) === context).slice(0, SHOWN);
    if (fitting.length === 0) continue;
    const parentId = `prompts:${context}`;
    browser.contextMenus.create({ id: parentId, title: t('promptsTitle'), contexts: [context], documentUrlPatterns });
    for (const { id, name } of fitting) {
      browser.contextMenus.create({ id: `${PREFIX}${id}`, parentId, title: asTitle(name), contexts: [context], documentUrlPatterns });
    }
  }
}

/** In a menu `&` underlines the letter behind it, and `%s` stands for what is selected (`contextMenus.create`). */
function asTitle(name: string): string {
  return name.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}

/** Asks the prompt of a menu entry; the panel, where it is answered, is opened within the click. */
export function handlePromptMenu(control: RunControl, { menuItemId, selectionText }: { menuItemId: string | number; selectionText?: string | undefined }, tabId: number | undefined): void {
  const entry = String(menuItemId);
  if (!entry.startsWith(PREFIX) || tabId === undefined || tabId < 0) return;
  openPanel(tabId);
  runPrompt((request) => control.start(tabId, request), entry.slice(PREFIX.length), { selected: selectionText }).catch((thrown: unknown) => console.warn('The prompt was not asked.', thrown));
}
