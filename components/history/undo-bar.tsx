import { useEffect } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { UNDO_SECONDS } from '~/lib/shared/conversation';

interface UndoBarProps {
  /** What was deleted. */
  title: string;
  onUndo: () => void;
  /** It can no longer be taken back. */
  onGone: () => void;
}

/** Says what was deleted, and takes it back for as long as that can be done. */
export function UndoBar({ title, onUndo, onGone }: UndoBarProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, UNDO_SECONDS * 1_000);
    return () => clearTimeout(timer);
    // The time runs from the deletion, however often the list is drawn.
  }, []);
  return (
    <div class="notice history-undo" role="status">
      <p class="grow clip">{t('historyDeletedOne', title)}</p>
      <button type="button" class="button compact" onClick={onUndo}>
        {t('actionUndo')}
      </button>
    </div>
  );
}
