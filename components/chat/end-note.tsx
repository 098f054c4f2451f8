import { t, type MessageKey } from '~/lib/i18n/message';
import type { WatchedRun } from '../hooks/thread-store';

interface EndNoteProps {
  run: WatchedRun;
  /** Absent when there is nothing to continue from. */
  onContinue: (() => void) | undefined;
}

/** Why a finished answer may be incomplete, and the way to the rest of it. */
export function EndNote({ run, onContinue }: EndNoteProps) {
  const key = keyOf(run);
  if (!key) return null;
  const goesOn = key !== 'answerFiltered' && onContinue;
  return (
    <div class="row wrap small">
      <span>{t(key)}</span>
      {goesOn && (
        <button type="button" class="button compact" onClick={onContinue}>
          {t('actionContinue')}
        </button>
      )}
    </div>
  );
}

function keyOf({ state, finish }: WatchedRun): MessageKey | undefined {
  if (state === 'stopped') return 'answerStopped';
  if (state !== 'done') return undefined;
  if (finish === 'length') return 'answerCutOff';
  return finish === 'filtered' ? 'answerFiltered' : undefined;
}
