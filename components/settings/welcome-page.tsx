import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { useSavedSettings } from '../hooks/use-saved-settings';
import { Choice } from '../ui/choice';
import { ErrorNotice } from '../ui/error-notice';
import { SavedStatus } from './saved-status';
import { choosePreset, KEY_PRESETS, LOCAL_PRESETS } from './server-presets';
import { WelcomeKey } from './welcome-key';
import { WelcomeLocal } from './welcome-local';

type Way = 'key' | 'local' | 'without';

interface WelcomePageProps {
  /** Leads to all settings. */
  onMore: () => void;
}

/** The first-run page: one choice, and what that choice needs. Docent works without it, too. */
export function WelcomePage({ onMore }: WelcomePageProps) {
  const { view, error, saves, ...section } = useSavedSettings();
  const [way, setWay] = useState<Way>();
  const [done, setDone] = useState(false);

  const choose = (chosen: Way) => {
    setWay(chosen);
    setDone(false);
    if (!view) return;
    const { preset, baseUrl } = view.settings;
    if (chosen === 'key' && !KEY_PRESETS.includes(preset)) {
      void section.save({ engine: 'server', ...choosePreset('aimlapi', baseUrl) });
    } else if (chosen === 'local' && !LOCAL_PRESETS.includes(preset)) {
      void section.save({ engine: 'server', ...choosePreset('ollama', baseUrl) });
    } else {
      void section.save({ engine: chosen === 'without' ? 'device' : 'server' });
    }
  };
  const finish = async () => setDone(await section.save({ welcomed: true }));

  return (
    <main class="options">
      <header class="options-head">
        <img src="/icons/128.png" alt="" width={40} height={40} />
        <h1>{t('welcomeTitle')}</h1>
      </header>
      <fieldset class="stack">
        <legend>{t('welcomeIntro')}</legend>
        <Choice name="way" value="key" chosen={way} title={t('welcomeKey')} hint={t('welcomeKeyHint')} onChoose={choose} />
        <Choice name="way" value="local" chosen={way} title={t('welcomeLocal')} hint={t('welcomeLocalHint')} onChoose={choose} />
        <Choice name="way" value="without" chosen={way} title={t('welcomeWithout')} hint={t('welcomeWithoutHint')} onChoose={choose} />
      </fieldset>
      {error && <ErrorNotice error={error} remedies={{ inSettings: true }} />}
      {view && way === 'key' && <WelcomeKey view={view} {...section} />}
      {view && way === 'local' && <WelcomeLocal view={view} {...section} />}
      <div class="inline">
        {way && (
          <button type="button" class="button primary" onClick={() => void finish()}>
            {t('welcomeFinish')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onMore}>
          {t('welcomeMoreSettings')}
        </button>
      </div>
      <p role="status">{done && t('welcomeDone')}</p>
      <SavedStatus saves={done ? 0 : saves} />
    </main>
  );
}
