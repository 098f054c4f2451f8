import { useId, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { normalizeBaseUrl } from '~/lib/shared/base-url';
import { describeError } from '../ui/error-messages';

interface BaseUrlFieldProps {
  value: string;
  /** Called with an address that can be made a base URL. */
  onChange: (baseUrl: string) => void;
}

/** The server's address; stored when the reader leaves the field, if it can be one. */
export function BaseUrlField({ value, onChange }: BaseUrlFieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState<AppErrorData>();
  const store = (typed: string) => {
    const text = typed.trim();
    try {
      normalizeBaseUrl(text);
      setWrong(undefined);
      if (text !== value) onChange(text);
    } catch (thrown) {
      setWrong(toAppError(thrown).data);
    }
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
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint`}
        defaultValue={value}
        onChange={(event) => store(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint" role={wrong ? 'alert' : undefined}>
        {wrong ? describeError(wrong) : t('optionsBaseUrlHint')}
      </p>
    </div>
  );
}
