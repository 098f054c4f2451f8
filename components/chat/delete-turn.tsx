import { useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { Dialog } from '../ui/dialog';

interface DeleteTurnProps {
  onDelete: () => void;
  onClose: () => void;
}

/** Asks before a question and all that follows it are deleted: that cannot be taken back. */
export function DeleteTurn({ onDelete, onClose }: DeleteTurnProps) {
  const agreed = useRef(false);
  const close = (button: HTMLElement) => button.closest('dialog')?.close();
  return (
    <Dialog
      title={t('deleteTurnTitle')}
      onClose={() => {
        onClose();
        if (agreed.current) onDelete();
      }}
    >
      <p>{t('deleteTurnText')}</p>
      <div class="row wrap">
        <button
          type="button"
          class="button primary"
          onClick={(event) => {
            agreed.current = true;
            close(event.currentTarget);
          }}
        >
          {t('actionDeleteForGood')}
        </button>
        <button type="button" class="button" onClick={(event) => close(event.currentTarget)}>
          {t('actionCancel')}
        </button>
      </div>
    </Dialog>
  );
}
