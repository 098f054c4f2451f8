import type { Version } from '~/lib/messaging/protocol';
import type { WatchedRun } from '../hooks/thread-store';
import type { RunActions } from '../hooks/use-runs';
import '../styles/turn.css';
import { VersionSwitch } from './version-switch';

export interface TurnToolsProps {
  run: WatchedRun;
  /** Absent while there is but one. */
  version: Version | undefined;
  actions: RunActions;
}

/** What can be done with a turn of the conversation, between its question and its answer. */
export function TurnTools({ run, version, actions }: TurnToolsProps) {
  if (!version) return null;
  return (
    <div class="turn-tools">
      <VersionSwitch version={version} onStep={(step) => actions.showVersion(run.id, step)} />
    </div>
  );
}
