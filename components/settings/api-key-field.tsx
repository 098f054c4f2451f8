import { Eye, EyeOff, Trash2 } from 'lucide-preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { PRESETS } from '~/lib/shared/presets';
import { hostOf } from '~/lib/shared/base-url';
import { IconButton } from '../ui/icon-button';

interface ApiKeyFieldProps {
  view: SettingsView;
  /** Stores the key, or deletes it when empty. Resolves to whether it was stored. */
  onChange: (key: string) => Promise<boolean>;
}

/** The key of the present server. A stored key is never shown again, only what it ends in. */
export function ApiKeyField({ view, onChange }: ApiKeyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const { preset: presetId, baseUrl } = view.settings;
  const preset = PRESETS[presetId];

  const store = async (typed: string) => {
    const key = typed.trim();
    if (key && (await onChange(key)) && input.current) {
      input.current.value = '';
      setShown(false);
    }
  };
  const remove = () => {
    input.current?.focus();
    void onChange('');
  };
  return (
    <div class="field">
      <label for={id}>{t('optionsApiKey')}</label>
      <div class="with-button">
        <input
          ref={input}
          id={id}
          class="input"
          {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          maxLength={1_000}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void store(event.currentTarget.value)}
        />
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'optionsHideKey' : 'optionsShowKey')}
          onClick={() => setShown(!shown)}
        />
        {view.hasKey && <IconButton icon={Trash2} label={t('optionsDeleteKey')} onClick={remove} />}
      </div>
      <div id={`${id}-hint`} class="hint">
        {view.hasKey && <strong>{view.keyHint ? t('optionsKeySaved', view.keyHint) : t('optionsKeySavedPlain')} </strong>}
        {preset.needsKey || view.hasKey ? t('optionsKeyWhere', hostOf(baseUrl)) : t('optionsKeyNotNeeded')}{' '}
        {preset.keyUrl && (
          <a href={preset.keyUrl} target="_blank" rel="noreferrer">
            {t('actionGetKey')}
          </a>
        )}
      </div>
    </div>
  );
}
