import { browser } from 'wxt/browser';
import { type MessageKey, t } from '~/lib/i18n/message';
import type { ReadFrom } from '~/lib/shared/player';
import { openPanel } from '../open-panel';
import type { Player } from './player';

/** Entries of the context menu. They are no tasks: nothing comes of them but sound. */
const MENUS = [
  { id: 'read-aloud:page', context: 'page', key: 'menuReadFromHere' },
  { id: 'read-aloud:selection', context: 'selection', key: 'menuReadSelection' },
] as const satisfies readonly { id: string; context: string; key: MessageKey }[];

/** Adds the entries to the menu. */
export function createReadingMenus(documentUrlPatterns: string[]): void {
  for (const { id, context, key } of MENUS) browser.contextMenus.create({ id, title: t(key), contexts: [context], documentUrlPatterns });
}

/** Reads from where the reader clicked, or what is selected. The panel, which has the player, is opened within the click. */
export function handleReadingMenu(player: Player, { menuItemId, selectionText }: { menuItemId: string | number; selectionText?: string | undefined }, tabId: number | undefined): void {
  if (!MENUS.some(({ id }) => id === menuItemId) || tabId === undefined || tabId < 0) return;
  openPanel(tabId);
  const from: ReadFrom = menuItemId === 'read-aloud:page' ? { kind: 'here' } : { kind: 'selection', ...(selectionText ? { text: selectionText } : {}) };
  // The player's state says why a page is closed to Docent.
  player.readAloud({ tabId, from }).catch((thrown: unknown) => console.warn('Not read aloud.', thrown));
}
