import { t } from '~/lib/i18n/message';
import type { PlayerState } from '~/lib/shared/player';
import { usePlatform } from '../platform';
import { sayTimeLeft } from './say-time';

interface WhatIsReadProps {
  state: PlayerState;
  /** The tab the window is about. */
  tabId: number | undefined;
}

/** The sentence that is being spoken, how long it will go on, and where it stands when that is another page. */
export function WhatIsRead({ state, tabId }: WhatIsReadProps) {
  const platform = usePlatform();
  const [item] = state.queue;
  const elsewhere = item && item.kind !== 'answer' && tabId !== undefined && item.tabId !== tabId ? item : undefined;
  return (
    <div class="player-text">
      {elsewhere && (
        <p class="row small">
          <span class="grow player-elsewhere" dir="auto">
            {t('playerReads', elsewhere.title || elsewhere.url || t('playerUntitled'))}
          </span>
          <button type="button" class="button compact" onClick={() => platform.showTab(elsewhere.tabId)}>
            {t('playerGoTo')}
          </button>
        </p>
      )}
      <p class="row">
        <span class="grow player-sentence" dir="auto" lang={state.sentence?.lang}>
          {saySentence(state)}
        </span>
        {state.secondsLeft !== undefined && state.status !== 'ended' && <span class="small">{sayTimeLeft(state.secondsLeft)}</span>}
      </p>
    </div>
  );
}

function saySentence({ status, sentence, queue }: PlayerState): string {
  if (status === 'ended') return t('playerEnded');
  return sentence?.text ?? (status === 'loading' ? t('playerLoading') : (queue[0]?.title ?? ''));
}
