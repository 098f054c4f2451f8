import { useState } from 'preact/hooks';
import { plural } from '~/lib/i18n/message';
import type { DeletedTurn } from '~/lib/messaging/protocol';
import { lazyModule } from '../hooks/lazy-module';

const useUndoBar = lazyModule(() => import('../ui/undo-bar'));

interface LazyUndoTurnProps {
  deleted: DeletedTurn | undefined;
  onUndo: (runId: string) => void;
}

/** Says that a message was deleted, and takes it back for as long as that can be done. Its code is loaded with the first deletion. */
export function LazyUndoTurn({ deleted, onUndo }: LazyUndoTurnProps) {
  const [goneId, setGoneId] = useState<string>();
  const bar = useUndoBar(deleted !== undefined);
  if (!deleted || !bar || deleted.runId === goneId) return null;
  const undo = () => {
    // The bar goes away, and the focus must not go with it.
    document.querySelector<HTMLElement>('[role="log"]')?.focus();
    onUndo(deleted.runId);
  };
  return <bar.UndoBar key={deleted.runId} said={plural('turnDeleted', deleted.count)} seconds={deleted.seconds} onUndo={undo} onGone={() => setGoneId(deleted.runId)} />;
}
