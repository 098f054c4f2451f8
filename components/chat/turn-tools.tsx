import { Check, Columns2, Copy, Pencil, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { Version } from '~/lib/messaging/protocol';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { isReportRequest } from '~/lib/shared/run-kinds';
import { lazyModule } from '../hooks/lazy-module';
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
  /** Answers of several models stand side by side, and none is kept yet. */
  isOpen: boolean;
  view: SettingsView | undefined;
  actions: RunActions;
  editing: boolean;
  onEdit: (runId: string | undefined) => void;
}

const useCompareDialog = lazyModule(() => import('../compare/compare-dialog'));

/** What can be done with a turn of the conversation, between its question and its answer. */
export function TurnTools({ run, version, isOpen, view, actions, editing, onEdit }: TurnToolsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [comparing, setComparing] = useState(false);
  const dialog = useCompareDialog(comparing);
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
      {!isOpen && mayCompare(run, view) && <IconButton icon={Columns2} label={t('compareAnswers')} aria-haspopup="dialog" onClick={() => setComparing(true)} />}
      <IconButton icon={Trash2} label={t('actionDeleteMessage')} onClick={remove} />
      {version && <VersionSwitch version={version} onStep={(step) => actions.showVersion(run.id, step)} />}
      <CopyStatus copied={copied} failed={failed} quiet />
      {dialog && view && <dialog.CompareAnswer run={run} view={view} actions={actions} onClose={() => setComparing(false)} />}
    </div>
  );
}

/** A whole answer of a server: others can be asked for the same. */
function mayCompare({ state, engine, request, model }: WatchedRun, view: SettingsView | undefined): boolean {
  return state === 'done' && engine === 'server' && model !== undefined && !isReportRequest(request) && request.task !== 'read-scan' && view?.effectiveEngine === 'server';
}
