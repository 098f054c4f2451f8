import { ChevronsLeft, ChevronsRight } from 'lucide-preact';
import { formatMoney, formatPercent } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import { describeGuardUsage } from '../chat/describe-answer';
import { usePlayerOptions } from '../hooks/use-player-options';
import type { SettingsHandle } from '../hooks/use-settings';
import type { SettingsView } from '~/lib/messaging/settings-view';
import type { PlayerProps } from './player';
import { PlayerQueue } from './player-queue';
import { PlayerSlider } from './player-slider';
import { VolumeSlider } from './sound-sliders';
import { VoiceField } from './voice-field';

/** The controls that are used less: paragraphs, position, volume, voice, and what is read afterwards. */
export function PlayerDetails({ player: { state, actions }, settings, tabId }: PlayerProps) {
  if (!state) return null;
  const { share, queue, spent, guardUsage } = state;
  const isListed = queue.some((item) => item.kind === 'page' && item.tabId === tabId);
  const pictures = settings.view?.settings.speech.pictures ?? false;
  const add = () => tabId !== undefined && actions.read({ tabId, from: { kind: 'start' }, pictures, append: true });
  return (
    <div class="player-details">
      <div class="row wrap">
        <button type="button" class="button compact" onClick={() => actions.control('previous-paragraph')}>
          <ChevronsLeft class="icon icon-directed" />
          {t('playerPreviousParagraph')}
        </button>
        <button type="button" class="button compact" onClick={() => actions.control('next-paragraph')}>
          {t('playerNextParagraph')}
          <ChevronsRight class="icon icon-directed" />
        </button>
      </div>
      {share !== undefined && (
        <PlayerSlider label={t('playerPosition')} value={share} min={0} max={1} step={0.01} say={formatPercent} onSettle={actions.seek} />
      )}
      {settings.view && <Sound view={settings.view} lang={state.sentence?.lang} save={settings.update} />}
      {spent && spent.characters > 0 && (
        <p class="small">
          {plural('playerSpent', spent.characters)}
          {spent.usd !== undefined && ` · ${formatMoney(spent.usd)}`}
        </p>
      )}
      {guardUsage && <p class="small">{describeGuardUsage(guardUsage)}</p>}
      <PlayerQueue queue={queue} actions={actions} onAdd={tabId === undefined || isListed ? undefined : add} />
    </div>
  );
}

interface SoundProps {
  view: SettingsView;
  /** Language of the text that is read. */
  lang: string | undefined;
  save: SettingsHandle['update'];
}

function Sound({ view, lang, save }: SoundProps) {
  const { options, change } = usePlayerOptions(view.settings.player, save);
  return (
    <>
      <VolumeSlider compact options={options} change={change} />
      <VoiceField
        label={t('voiceLabel')}
        lang={lang}
        value={options.voice}
        onChange={(voice) => voice && change({ voice })}
      />
    </>
  );
}
