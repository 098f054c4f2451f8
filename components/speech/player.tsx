import { ChevronDown, ChevronUp, Pause, Play, SkipBack, SkipForward, Square } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PlayerState } from '~/lib/shared/player';
import type { PlayerActions, PlayerHandle } from '../hooks/use-player';
import { usePlayerOptions } from '../hooks/use-player-options';
import type { SettingsHandle } from '../hooks/use-settings';
import { GuardNotes } from '../guard/guard-notes';
import { IconButton } from '../ui/icon-button';
import { PictureOffer } from './picture-offer';
import { PlayerDetails } from './player-details';
import { PlayerProblem } from './player-problem';
import { SavingProgress } from './saving-progress';
import { SpeedSlider } from './sound-sliders';
import { SpendingQuestion } from './spending-question';
import { WhatIsRead } from './what-is-read';

export interface PlayerProps {
  player: PlayerHandle;
  settings: SettingsHandle;
  /** The tab the window is about. */
  tabId: number | undefined;
}

/**
 * The player at the foot of popup and panel. What is spoken is shown, not announced: it is being heard. The most used
 * controls stand in one line; the others open above it.
 */
export function Player({ player, settings, tabId }: PlayerProps) {
  const [open, setOpen] = useState(false);
  const { state, actions, error } = player;
  const stored = settings.view?.settings.player;
  return (
    <div class="player" role="group" aria-label={t('playerLabel')}>
      {state?.saving && <SavingProgress saving={state.saving} onStop={actions.stopSaving} />}
      {state?.ask && <ReadOnQuestion ask={state.ask} actions={actions} />}
      {state?.pictures && !state.ask && <PictureOffer offer={state.pictures} actions={actions} />}
      <div class="player-notes" role="status">
        {state?.guard && <GuardNotes notes={state.guard} />}
      </div>
      <PlayerProblem state={state} error={error} actions={actions} tabId={tabId} />
      <p class="visually-hidden" role="status">
        {state && sayState(state)}
      </p>
      {state && state.queue.length > 0 && (
        <>
          <WhatIsRead state={state} tabId={tabId} />
          {open && <PlayerDetails player={player} settings={settings} tabId={tabId} />}
          <div class="player-line">
            <IconButton
              icon={SkipBack}
              directed
              label={t('playerPreviousSentence')}
              onClick={() => actions.control('previous-sentence')}
            />
            <PlayButton status={state.status} onPress={actions.control} />
            <IconButton icon={SkipForward} directed label={t('playerNextSentence')} onClick={() => actions.control('next-sentence')} />
            <IconButton icon={Square} label={t('playerStop')} onClick={() => actions.control('stop')} />
            {stored && <Speed stored={stored} save={settings.update} />}
            <IconButton
              icon={open ? ChevronDown : ChevronUp}
              label={t('playerMore')}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            />
          </div>
        </>
      )}
    </div>
  );
}

function ReadOnQuestion({ ask, actions }: { ask: NonNullable<PlayerState['ask']>; actions: PlayerActions }) {
  return (
    <SpendingQuestion title={t('playerAskTitle', ask.host)} ask={ask}>
      <button type="button" class="button primary" onClick={() => actions.answerSpending(true)}>
        {t('playerAskRead')}
      </button>
      <button type="button" class="button" onClick={() => actions.answerSpending(false)}>
        {t('actionSystemVoice')}
      </button>
      <button type="button" class="button" onClick={() => actions.control('stop')}>
        {t('actionCancel')}
      </button>
    </SpendingQuestion>
  );
}

/**
 * What can be told by ear only when nothing sounds: that reading has begun, and that it is over. Sentences are not said
 * again over the voice that speaks them.
 */
function sayState({ status, sentence }: PlayerState): string {
  if (status === 'ended') return t('playerEnded');
  return status === 'loading' && !sentence ? t('playerLoading') : '';
}

/** One button whose name says what a press does. */
function PlayButton({ status, onPress }: { status: PlayerState['status']; onPress: (action: 'play' | 'pause') => void }) {
  const plays = status === 'playing' || status === 'loading';
  return (
    <IconButton
      class="primary"
      icon={plays ? Pause : Play}
      label={t(plays ? 'playerPause' : 'playerPlay')}
      onClick={() => onPress(plays ? 'pause' : 'play')}
    />
  );
}

function Speed({ stored, save }: { stored: Parameters<typeof usePlayerOptions>[0]; save: SettingsHandle['update'] }) {
  const { options, change } = usePlayerOptions(stored, save);
  return <SpeedSlider options={options} change={change} />;
}
