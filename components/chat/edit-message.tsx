import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { isTooLong, TooLong } from './too-long';

interface EditMessageProps {
  text: string;
  onSend: (text: string) => void;
  onCancel: () => void;
}

/** A message of the reader's to be written anew. Enter sends, Shift+Enter breaks the line, Escape leaves it as it is. */
export function EditMessage({ text, onSend, onCancel }: EditMessageProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(text);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.focus();
    box.current?.setSelectionRange(text.length, text.length);
    return () => {
      // Whoever has not gone elsewhere in the meantime goes back.
      if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const isSame = draft.trim() === '' || draft.trim() === text.trim();
  const send = () => {
    if (isSame) return onCancel();
    if (isTooLong(draft)) return;
    box.current?.closest<HTMLElement>('[role="log"]')?.focus();
    onSend(draft.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return onCancel();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div class="edit-message">
      <textarea
        ref={box}
        class="input"
        dir="auto"
        aria-label={t('chatEditedMessage')}
        aria-invalid={isTooLong(draft)}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TooLong text={draft} />
      <div class="row wrap">
        <button type="button" class="button primary compact" aria-disabled={isSame || isTooLong(draft)} onClick={send}>
          {t('actionSendEdited')}
        </button>
        <button type="button" class="button compact" onClick={onCancel}>
          {t('actionCancel')}
        </button>
      </div>
    </div>
  );
}
