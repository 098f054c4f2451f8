import { Square } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { Run } from '~/lib/shared/run';

/** What a live run is doing, as a short sentence; empty for a run that waits for the reader. */
export function describeProgress({ state, host, engine }: Pick<Run, 'state' | 'host' | 'engine'>): string {
  switch (state) {
    case 'queued':
      return t('statusQueued');
    case 'reading':
      return t('statusReading');
    case 'waiting':
      return host && engine === 'server' ? t('statusWaitingHost', host) : t('statusWaiting');
    case 'streaming':
      return t('statusStreaming');
    case 'confirm':
      return t('confirmTitle', host ?? t('errorTheServer'));
    case 'done':
      return t('statusDone');
    case 'stopped':
      return t('statusStopped');
    case 'failed': // said by its alert
    case 'interrupted':
      return '';
  }
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
