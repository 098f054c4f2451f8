import { Square } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { isLive } from '~/lib/shared/run-kinds';
import { Answer } from '../chat/answer';
import type { WatchedRun } from '../hooks/thread-store';
import { useHasText } from '../hooks/use-has-text';
import type { RunActions } from '../hooks/use-runs';
import { IconButton } from '../ui/icon-button';
import type { AnswerProps } from '../chat/answer';

interface ColumnProps {
  run: WatchedRun;
  view: AnswerProps['view'];
  actions: RunActions;
  /** The reader is being asked beside it, for this one as well. */
  isAsked: boolean;
  onKeep: (run: WatchedRun) => void;
}

/** One of the answers that are compared, under the name of its model; renders again only when its own run has changed. */
export function Column({ run, view, actions, isAsked, onKeep }: ColumnProps) {
  const hasText = useHasText(run.text);
  const live = isLive(run);
  const name = run.model ?? run.comparison?.model ?? '';
  const answer = useMemo(() => <Answer key={run.id} run={run} view={view} actions={actions} withStop={false} />, [run, view, actions]);
  return (
    <section class="column" aria-label={name}>
      <header class="column-head">
        <h2 class="grow" dir="auto">{name}</h2>
        {live && <IconButton class="small-icon" icon={Square} label={t('compareStop', name)} onClick={() => actions.stop(run.id)} />}
        {run.comparison?.kept ? (
          <span class="small">{t('compareKeptMark')}</span>
        ) : (
          hasText && (
            <button type="button" class="button compact" onClick={() => onKeep(run)}>
              {t('compareKeep')}
              <span class="visually-hidden">{` (${name})`}</span>
            </button>
          )
        )}
      </header>
      {isAsked ? <p class="hint">{t('compareWaits')}</p> : answer}
    </section>
  );
}
