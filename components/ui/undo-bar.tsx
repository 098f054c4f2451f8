import { useEffect } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { UNDO_SECONDS } from '~/lib/shared/conversation';

interface UndoBarProps {
  /** What was deleted, as a sentence. */
  said: string;
  /** For how long it can be taken back. */
  seconds?: number;
  onUndo: () => void;
  /** It can no longer be taken back. */
  onGone: () => void;
}

/** Says what was deleted, and takes it back for as long as that can be done. */
export function UndoBar({ said, seconds = UNDO_SECONDS, onUndo, onGone }: UndoBarProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, seconds * 1_000);
    return () => clearTimeout(timer);
    // The time runs from the deletion, however often the list is drawn.
  }, []);
  return (
    <div class="notice undo-bar" role="status">
      <p class="grow">{said}</p>
      <button type="button" class="button compact" onClick={onUndo}>
        {t('actionUndo')}
      </button>
    </div>
  );
}
