import { startTask } from './menus';
import { openPanel } from './open-panel';
import type { RegionChoosers } from './pictures/choose-region';
import { describeRegion } from './pictures/describe-region';
import type { RunControl } from './run-control';
import type { Player } from './speech/player';

interface Doers {
  control: RunControl;
  choosers: RegionChoosers;
  player: Player;
}

type Perform = (doers: Doers, tabId: number) => Promise<void> | undefined;

/** The keyboard commands of the manifest, and what they do once the panel is open. */
const COMMANDS: Record<string, Perform> = {
  'open-panel': () => undefined,
  'summarize-page': ({ control }, tabId) => startTask(control, tabId, 'summarize', { kind: 'page' }),
  'describe-region': ({ control, choosers }, tabId) => describeRegion(choosers, control, tabId),
  'read-aloud': ({ player }, tabId) => player.toggle(tabId),
};

/** Opens the panel within the key press, then does what the command says. */
export function handleCommand(doers: Doers, command: string, tabId: number | undefined): void {
  const perform = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!perform || tabId === undefined || tabId < 0) return;
  openPanel(tabId);
  // The panel itself says why a page is closed to Docent.
  perform(doers, tabId)?.catch((thrown: unknown) => console.warn(`The command ${command} failed.`, thrown));
}
