import { Square } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { BatchState } from '../hooks/batch-state';
import { describeOrigin } from '../chat/describe-answer';
import { sayEnd } from './batch-status';

interface BatchProgressProps {
  batch: BatchState;
  onStop: () => void;
}

/** `7 of 15` with a bar and `Stop`; afterwards what came of it and what it cost. */
export function BatchProgress({ batch, onStop }: BatchProgressProps) {
  const { live, finished, total, usage } = batch;
  if (!live) {
    const cost = describeOrigin({ usage, model: undefined });
    return (
      <div>
        <p>{sayEnd(batch)}</p>
        {cost && <p class="small">{cost}</p>}
      </div>
    );
  }
  return (
    <div class="picture-progress">
      <progress max={total} value={finished} aria-label={t('picturesProgressLabel')} aria-valuetext={t('picturesProgress', finished, total)} />
      <span aria-hidden="true">{t('picturesProgress', finished, total)}</span>
      <button type="button" class="button compact" onClick={onStop}>
        <Square class="icon" />
        {t('actionStop')}
      </button>
    </div>
  );
}
