import { t } from '~/lib/i18n/message';
import type { MissingPart } from '~/lib/shared/parts';
import type { WatchedRun } from '../hooks/thread-store';
import { describeError, ERROR_MESSAGES } from '../ui/error-messages';

interface PartsNoteProps {
  run: WatchedRun;
  /** The text that is shown is the notes on parts, not the answer. */
  hasNotes: boolean;
  onContinue: (() => void) | undefined;
  onRetryParts: () => void;
}

/** What the reading of a long text in parts has left open: parts that are missing, or still to be read. */
export function PartsNote({ run, hasNotes, onContinue, onRetryParts }: PartsNoteProps) {
  const { parts, state, error } = run;
  if (!parts) return null;
  const isScan = run.request.task === 'read-scan';
  const isAnswer = parts.step === 'answer';
  const isOpen = state !== 'done' && !isAnswer && parts.done > 0;
  // An interrupted run, and a stopped one, have the button beside what is said of their end.
  const hasButton = state !== 'failed' || (error !== undefined && ERROR_MESSAGES[error.code].actions.includes('continue'));
  return (
    <>
      {isOpen && (
        <div class="row wrap small">
          <span>{t(isScan ? 'scanKept' : hasNotes ? 'partsNotes' : 'partsKept', parts.done, parts.total)}</span>
          {!hasButton && onContinue && (
            <button type="button" class="button compact" onClick={onContinue}>
              {t('actionContinue')}
            </button>
          )}
        </div>
      )}
      {isScan && state === 'done' && <p class="small">{t('scanDone')}</p>}
      {state === 'done' && parts.missing.length > 0 && (
        <div class="notice warn">
          <div class="stack grow">
            <ul class="parts-missing">
              {parts.missing.map((missing) => (
                <li key={missing.part}>{describeMissing(missing, isScan)}</li>
              ))}
            </ul>
            <div>
              <button type="button" class="button compact" onClick={onRetryParts}>
                {t(isScan ? 'scanAgain' : 'actionRetryParts')}
              </button>
            </div>
          </div>
        </div>
      )}
    </>
  );
}

function describeMissing({ part, error }: MissingPart, isScan: boolean): string {
  return error ? t(isScan ? 'scanMissing' : 'partsMissing', part, describeError(error)) : t(isScan ? 'scanCut' : 'partsCut', part);
}
