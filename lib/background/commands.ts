import { openPanel } from './open-panel';
import { startTask } from './menus';
import type { RunControl } from './run-control';

/** The keyboard commands of the manifest. Both open the panel within the key press. */
export function handleCommand(control: RunControl, command: string, tabId: number | undefined): void {
  if (tabId === undefined || tabId < 0) return;
  if (command !== 'open-panel' && command !== 'summarize-page') return;
  openPanel(tabId);
  if (command === 'summarize-page') void startTask(control, tabId, 'summarize', { kind: 'page' });
}
