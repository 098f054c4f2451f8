import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

export interface PasswordFormProps {
  onPassword: (password: string) => void;
}

/** Asks for the password of an encrypted PDF. The focus goes there: nothing else can be done. */
export function PasswordForm({ onPassword }: PasswordFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const password = field.current?.value;
    if (password) onPassword(password);
  };
  return (
    <form class="stack grow password-form" onSubmit={submit}>
      <label for={id}>{t('pdfPassword')}</label>
      <div class="row">
        <input ref={field} id={id} class="grow" type="password" autocomplete="off" required maxLength={1_000} aria-describedby={`${id}-hint`} />
        <button type="submit" class="button primary compact">
          {t('actionOpenPdf')}
        </button>
      </div>
      <p id={`${id}-hint`} class="small">
        {t('pdfPasswordHint')}
      </p>
    </form>
  );
}
