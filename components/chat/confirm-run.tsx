import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { WatchedRun } from '../hooks/thread-store';
import { usePartsView } from '../hooks/use-parts-view';
import { askToSend } from './run-progress';
import { SentText } from './sent-text';

interface ConfirmRunProps {
  run: WatchedRun;
  onAnswer: (accept: boolean) => void;
}

/** Before the first request to a server: what would be sent, where to, and the choice. */
export function ConfirmRun({ run, onAnswer }: ConfirmRunProps) {
  const titleId = useId();
  const parts = usePartsView(run.parts !== undefined);
  const isScan = run.request.task === 'read-scan';
  const section = useRef<HTMLElement>(null);
  // A reader who pressed a job's button is led on; one who is typing is left alone.
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select')) section.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={section} class="confirm" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{askToSend(run)}</h2>
      {run.parts && parts && <parts.PartsEstimate estimate={run.parts.estimate} isScan={isScan} />}
      <SentText run={run} intro={({ host, model }) => t(isScan ? 'confirmScanWhat' : run.parts ? 'confirmPartsWhat' : run.pictures ? 'confirmWhatPictures' : 'confirmWhat', host, model)} />
      <div class="confirm-choice">
        <button type="button" class="button primary" onClick={() => onAnswer(true)}>
          {t('actionSend')}
        </button>
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {t('actionCancel')}
        </button>
      </div>
    </section>
  );
}
