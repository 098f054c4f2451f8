import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

export interface PasswordFormProps {
  onPassword: (password: string) => void;
  label?: string;
  /** What becomes of the password. */
  hint?: string;
  /** One that was given is being tried. */
  busy?: boolean;
  /** The focus goes to the field: nothing else can be done. */
  takesFocus?: boolean;
  onEscape?: () => void;
}

/** Asks for the password of an encrypted PDF. */
export function PasswordForm({ onPassword, label = t('pdfPassword'), hint = t('pdfPasswordHint'), busy = false, takesFocus = true, onEscape }: PasswordFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const password = field.current?.value;
    if (password && !busy) onPassword(password);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !onEscape) return;
    event.stopPropagation();
    onEscape();
  };
  return (
    <form class="stack grow password-form" onSubmit={submit}>
      <label for={id}>{label}</label>
      <div class="row">
        <input ref={field} id={id} class="grow" type="password" autocomplete="off" required maxLength={1_000} aria-describedby={`${id}-hint`} onKeyDown={leave} />
        <button type="submit" class="button primary compact" aria-disabled={busy}>
          {t('actionOpenPdf')}
        </button>
      </div>
      <p id={`${id}-hint`} class="small">
        {hint}
      </p>
    </form>
  );
}
