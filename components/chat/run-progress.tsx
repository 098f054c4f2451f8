import { Square } from 'lucide-preact';
import { plural, t } from '~/lib/i18n/message';
import type { SafetyReport } from '~/lib/shared/guard';
import type { PartsReport } from '~/lib/shared/parts';
import type { Run } from '~/lib/shared/run';
import { isPictureRequest } from '~/lib/shared/run-kinds';

type Progress = Pick<Run, 'state' | 'host' | 'engine' | 'request' | 'pictures' | 'report' | 'parts' | 'reading'>;

/** What a live run is doing, as a short sentence; empty for a run that waits for the reader. */
export function describeProgress(run: Progress): string {
  const { state, host, engine, request, report, parts, reading } = run;
  switch (state) {
    case 'queued':
      return t('statusQueued');
    case 'reading':
      if (reading) return t('statusReadingPage', reading.page, reading.pages);
      return t(isPictureRequest(request) ? 'statusReadingPicture' : 'statusReading');
    case 'checking':
      return report ? sayParts(report.checked) : t('statusChecking');
    case 'waiting':
      if (parts && parts.step !== 'answer') return request.task === 'read-scan' ? t('statusReadingPage', Math.min(parts.done + 1, parts.total), parts.total) : sayReading(parts);
      return host && engine === 'server' ? t('statusWaitingHost', host) : t('statusWaiting');
    case 'streaming':
      return t('statusStreaming');
    case 'confirm':
      return askToSend(run);
    case 'done':
      return t('statusDone');
    case 'stopped':
      return t('statusStopped');
    case 'failed': // said by its alert
    case 'interrupted':
      return '';
  }
}

function sayParts({ parts, partsTotal }: SafetyReport['checked']): string {
  return partsTotal > 1 ? t('statusCheckingPart', Math.min(parts + 1, partsTotal), partsTotal) : t('statusChecking');
}

function sayReading({ step, done, total }: PartsReport): string {
  return step === 'merging' || done >= total ? t('statusJoining', total) : t('statusPart', done + 1, total);
}

/** The question before a request goes out to a server for the first time, or in many parts. */
export function askToSend({ host = t('errorTheServer'), pictures = [], parts, request }: Pick<Run, 'host' | 'pictures' | 'parts' | 'request'>): string {
  if (parts && request.task === 'read-scan') return plural('confirmTitleScan', parts.total - parts.done, host);
  if (parts) return t('confirmTitleParts', host);
  return pictures.length > 0 ? plural('confirmTitlePictures', pictures.length, host) : t('confirmTitle', host);
}

interface RunProgressProps {
  text: string;
  /** Absent where the composer has the button. */
  onStop: (() => void) | undefined;
}

/** The line under a growing answer. The conversation's status region says the same to screen readers. */
export function RunProgress({ text, onStop }: RunProgressProps) {
  return (
    <div class="progress">
      <span class="spinner" />
      <span class="grow" aria-hidden="true">
        {text}
      </span>
      {onStop && (
        <button type="button" class="button compact" onClick={onStop}>
          <Square class="icon" />
          {t('actionStop')}
        </button>
      )}
    </div>
  );
}
