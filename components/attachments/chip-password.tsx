import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { PasswordForm } from '../page/password-form';

interface ChipPasswordProps {
  /** Of the file. */
  name: string;
  onPassword: (password: string) => Promise<void>;
  /** The reader goes on without it. */
  onLeave: () => void;
}

/**
 * Asks for the password of an attached PDF, in its chip. The focus stays where it is: the reader may be writing. Escape puts the field away,
 * and a button brings it back.
 */
export function ChipPassword({ name, onPassword, onLeave }: ChipPasswordProps) {
  const [open, setOpen] = useState(true);
  const [busy, setBusy] = useState(false);
  const [calledFor, setCalledFor] = useState(false);
  if (!open) {
    return (
      <button type="button" class="button compact" onClick={() => { setCalledFor(true); setOpen(true); }}>
        {t('actionEnterPassword')}
      </button>
    );
  }
  const give = async (password: string) => {
    setBusy(true);
    await onPassword(password);
    setBusy(false);
  };
  const close = () => {
    setOpen(false);
    onLeave();
  };
  return <PasswordForm label={t('pdfPasswordOf', name)} hint={t('pdfPasswordUsed')} busy={busy} takesFocus={calledFor} onPassword={(password) => void give(password)} onEscape={close} />;
}
