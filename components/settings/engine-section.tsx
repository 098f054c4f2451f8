import { t } from '~/lib/i18n/message';
import { Choice } from '../ui/choice';
import type { SectionProps } from './section-props';

/** Who writes the answers. */
export function EngineSection({ view, save }: SectionProps) {
  const { settings, effectiveEngine, browserEngine } = view;
  const serverHint =
    settings.engine === 'server' && effectiveEngine !== 'server' ? 'optionsEngineServerNoKey' : 'optionsEngineServerHint';
  return (
    <section class="section" aria-labelledby="answers-title">
      <h2 id="answers-title">{t('optionsAnswers')}</h2>
      <fieldset class="stack">
        <legend>{t('optionsEngine')}</legend>
        <Choice
          name="engine"
          value="server"
          chosen={settings.engine}
          title={t('optionsEngineServer')}
          hint={t(serverHint)}
          onChoose={(engine) => void save({ engine })}
        />
        <Choice
          name="engine"
          value="device"
          chosen={settings.engine}
          title={t('optionsEngineDevice')}
          hint={t('optionsEngineDeviceHint')}
          onChoose={(engine) => void save({ engine })}
        />
        {(browserEngine || settings.engine === 'browser') && (
          <Choice
            name="engine"
            value="browser"
            chosen={settings.engine}
            title={t('optionsEngineBrowser')}
            hint={t('optionsEngineBrowserHint')}
            onChoose={(engine) => void save({ engine })}
          />
        )}
      </fieldset>
    </section>
  );
}
