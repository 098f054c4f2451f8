import { Check, Copy, Pencil, Trash2 } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { Version } from '~/lib/messaging/protocol';
import type { WatchedRun } from '../hooks/thread-store';
import { useCopy } from '../hooks/use-copy';
import type { RunActions } from '../hooks/use-runs';
import '../styles/turn.css';
import { CopyStatus } from '../ui/copy-status';
import { IconButton } from '../ui/icon-button';
import { VersionSwitch } from './version-switch';

export { EditMessage } from './edit-message';

interface TurnToolsProps {
  run: WatchedRun;
  /** Absent while there is but one. */
  version: Version | undefined;
  actions: RunActions;
  editing: boolean;
  onEdit: (runId: string | undefined) => void;
}

/** What can be done with a turn of the conversation, between its question and its answer. */
export function TurnTools({ run, version, actions, editing, onEdit }: TurnToolsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { copied, failed, copy } = useCopy<'message'>();
  const { request } = run;
  const remove = () => {
    // The turn goes away, and the focus must not go with it.
    bar.current?.closest<HTMLElement>('[role="log"]')?.focus();
    actions.remove(run.id);
  };
  return (
    <div ref={bar} class="turn-tools">
      {request.task === 'ask' && (
        <>
          <IconButton icon={copied ? Check : Copy} label={t('actionCopyMessage')} onClick={() => copy('message', request.question)} />
          <IconButton icon={Pencil} label={t('actionEditMessage')} aria-expanded={editing} onClick={() => onEdit(editing ? undefined : run.id)} />
        </>
      )}
      <IconButton icon={Trash2} label={t('actionDeleteMessage')} onClick={remove} />
      {version && <VersionSwitch version={version} onStep={(step) => actions.showVersion(run.id, step)} />}
      <CopyStatus copied={copied} failed={failed} quiet />
    </div>
  );
}
