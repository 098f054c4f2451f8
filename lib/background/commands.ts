import { startTask } from './menus';
import { openPanel } from './open-panel';
import type { RegionChoosers } from './pictures/choose-region';
import { describeRegion } from './pictures/describe-region';
import type { RunControl } from './run-control';

type Perform = (control: RunControl, tabId: number, choosers: RegionChoosers) => Promise<void> | undefined;

/** The keyboard commands of the manifest, and what they do once the panel is open. */
const COMMANDS: Record<string, Perform> = {
  'open-panel': () => undefined,
  'summarize-page': (control, tabId) => startTask(control, tabId, 'summarize', { kind: 'page' }),
  'describe-region': (control, tabId, choosers) => describeRegion(choosers, control, tabId),
};

/** Opens the panel within the key press, then does what the command says. */
export function handleCommand(control: RunControl, choosers: RegionChoosers, command: string, tabId: number | undefined): void {
  const perform = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!perform || tabId === undefined || tabId < 0) return;
  openPanel(tabId);
  // The panel itself says why a page is closed to Docent.
  perform(control, tabId, choosers)?.catch((thrown: unknown) => console.warn(`The command ${command} failed.`, thrown));
}
