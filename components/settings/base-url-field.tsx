import { useId, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { originOf } from './server-presets';

interface BaseUrlFieldProps {
  value: string;
  /** Called with an address that is one. */
  onChange: (baseUrl: string) => void;
}

/** The server's address; stored when the reader leaves the field, if it is a web address. */
export function BaseUrlField({ value, onChange }: BaseUrlFieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const store = (typed: string) => {
    const text = typed.trim();
    const valid = originOf(text) !== undefined;
    setWrong(!valid);
    if (valid && text !== value) onChange(text);
  };
  return (
    <div class="field">
      <label for={id}>{t('optionsBaseUrl')}</label>
      <input
        key={value}
        id={id}
        class="input"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        maxLength={2_000}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        defaultValue={value}
        onChange={(event) => store(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint" role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'optionsBaseUrlInvalid' : 'optionsBaseUrlHint')}
      </p>
    </div>
  );
}
