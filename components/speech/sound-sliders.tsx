import { Volume2 } from 'lucide-preact';
import { formatPercent } from '~/lib/i18n/format';
import { t } from '~/lib/i18n/message';
import { FASTEST, type PlayerOptions, SLOWEST } from '~/lib/shared/player';
import { PlayerSlider } from './player-slider';
import { saySpeed, showSpeed } from './say-time';

interface SoundSliderProps {
  options: PlayerOptions;
  change: (options: Partial<PlayerOptions>) => void;
  /** A sign in the place of the name, where there is little room. */
  compact?: boolean;
}

/** How fast is read: takes effect at once. */
export function SpeedSlider({ options: { rate }, change }: Omit<SoundSliderProps, 'compact'>) {
  return (
    <PlayerSlider
      label={t('playerSpeed')}
      value={rate}
      min={SLOWEST}
      max={FASTEST}
      step={0.1}
      say={saySpeed}
      show={showSpeed}
      onMove={(value) => change({ rate: value })}
    />
  );
}

/** How loud is read: takes effect at once. */
export function VolumeSlider({ options: { volume }, change, compact }: SoundSliderProps) {
  return (
    <PlayerSlider
      label={t('playerVolume')}
      {...(compact ? { icon: Volume2 } : {})}
      value={volume}
      min={0}
      max={1}
      step={0.05}
      say={formatPercent}
      onMove={(value) => change({ volume: value })}
    />
  );
}
