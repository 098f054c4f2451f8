import { Square } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { PlayerState } from '~/lib/shared/player';

interface SavingProgressProps {
  saving: NonNullable<PlayerState['saving']>;
  onStop: () => void;
}

/** How far the narration's file is, and a way to give it up. */
export function SavingProgress({ saving: { done, of }, onStop }: SavingProgressProps) {
  const text = t('listenSaving', done, of);
  return (
    <div class="stack player-saving">
      <div class="picture-progress">
        <progress max={Math.max(1, of)} value={done} aria-label={t('listenSavingLabel')} aria-valuetext={text} />
        <span aria-hidden="true">{text}</span>
        <button type="button" class="button compact" onClick={onStop}>
          <Square class="icon" />
          {t('listenStopSaving')}
        </button>
      </div>
      <p class="small">{t('listenSaveKeep')}</p>
    </div>
  );
}
