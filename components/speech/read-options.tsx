import { useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { ReadFrom } from '~/lib/shared/player';
import type { PlayerActions } from '../hooks/use-player';
import { useSaving } from '../hooks/use-saving';
import type { SettingsHandle } from '../hooks/use-settings';
import { ErrorNotice } from '../ui/error-notice';
import { Switch } from '../ui/switch';
import { SpendingQuestion } from './spending-question';

export interface ReadOptionsProps {
  tabId: number;
  settings: SettingsHandle;
  actions: PlayerActions;
  /** Closes this, and gives the focus back. */
  onClose: () => void;
}

const STARTS = [
  ['start', 'listenFromStart'],
  ['resume', 'listenResume'],
  ['here', 'listenFromHere'],
  ['selection', 'listenSelection'],
] as const satisfies readonly (readonly [ReadFrom['kind'], string])[];

/** Where reading begins, whether pictures are described, and the narration as a file. */
export function ReadOptions({ tabId, settings, actions, onClose }: ReadOptionsProps) {
  const { busy, saved, asks, error, save, forget } = useSaving(tabId);
  const speech = settings.view?.settings.speech;
  const pictures = speech?.pictures ?? false;
  const start = (kind: (typeof STARTS)[number][0]) => {
    actions.read({ tabId, from: { kind }, pictures });
    onClose();
  };
  // Whoever answers the question from the keyboard goes on where it was asked.
  const saver = useRef<HTMLButtonElement>(null);
  const begin = (format: 'audio' | 'text', accept = false) => {
    if (busy) return;
    if (accept) saver.current?.focus();
    void save(format, { pictures, accept });
  };
  const cancel = () => {
    forget();
    saver.current?.focus();
  };
  return (
    // Escape closes it from any of its buttons; each of them is reached and pressed by itself.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div class="read-options" role="group" aria-label={t('listenWays')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      {STARTS.map(([kind, key]) => (
        <button key={kind} type="button" class="button compact" onClick={() => start(kind)}>
          {t(key)}
        </button>
      ))}
      {speech && (
        <Switch
          label={t('listenPictures')}
          hint={t('listenPicturesHint')}
          checked={pictures}
          onChange={(on) => void settings.update({ speech: { ...speech, pictures: on } })}
        />
      )}
      <button ref={saver} type="button" class="button compact" aria-disabled={busy !== undefined} onClick={() => begin('audio')}>
        {t('listenSaveAudio')}
      </button>
      <button type="button" class="button compact" aria-disabled={busy !== undefined} onClick={() => begin('text')}>
        {t('listenSaveText')}
      </button>
      {asks && (
        <SpendingQuestion title={t('listenSaveAsk', asks.host)} ask={asks}>
          <button type="button" class="button primary" onClick={() => begin(asks.format, true)}>
            {t('listenSaveAgreed')}
          </button>
          <button type="button" class="button" onClick={cancel}>
            {t('actionCancel')}
          </button>
        </SpendingQuestion>
      )}
      {error && <ErrorNotice error={error} remedies={{}} />}
      <p class="small" role="status">
        {saved && t('listenSaved', saved)}
      </p>
    </div>
  );
}
