import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { SavedPrompt } from '~/lib/shared/saved-prompt';
import { IconButton } from '../ui/icon-button';

interface PromptRowProps {
  prompt: SavedPrompt;
  onEdit: () => void;
  /** Absent at the ends. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onDelete: () => void;
}

/** A saved prompt and what can be done with it. Buttons that have nothing to do stay: the focus must not fall. */
export function PromptRow({ prompt, onEdit, onUp, onDown, onDelete }: PromptRowProps) {
  const { name, text } = prompt;
  return (
    <div class="prompt-row">
      <div class="grow" dir="auto">
        <strong>{name}</strong>
        <p class="hint clip">{text}</p>
      </div>
      <IconButton icon={ArrowUp} label={t('playerMoveUp', name)} aria-disabled={!onUp} onClick={onUp} />
      <IconButton icon={ArrowDown} label={t('playerMoveDown', name)} aria-disabled={!onDown} onClick={onDown} />
      <IconButton icon={Pencil} label={t('promptsEdit', name)} onClick={onEdit} />
      <IconButton icon={Trash2} label={t('promptsDelete', name)} onClick={onDelete} />
    </div>
  );
}
