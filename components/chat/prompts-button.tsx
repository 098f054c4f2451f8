import { BookMarked } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PromptPickerProps } from '../prompts/prompt-picker';
import { IconButton } from '../ui/icon-button';

interface PromptsButtonProps extends PromptPickerProps {
  open: boolean;
  onOpen: () => void;
  disabled: boolean;
}

/** Opens the saved prompts, whose code is loaded then. */
export function PromptsButton({ open, onOpen, disabled, ...picker }: PromptsButtonProps) {
  const [Picker, setPicker] = useState<ComponentType<PromptPickerProps>>();
  useEffect(() => {
    if (open) void import('../prompts/prompt-picker').then((module) => setPicker(() => module.PromptPicker));
  }, [open]);
  return (
    <>
      <IconButton class="small-icon" icon={BookMarked} label={t('promptsTitle')} aria-haspopup="dialog" disabled={disabled} onClick={onOpen} />
      {open && Picker && <Picker {...picker} />}
    </>
  );
}
