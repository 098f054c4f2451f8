import { Columns2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { lazyModule } from '../hooks/lazy-module';
import { IconButton } from '../ui/icon-button';
import type { CompareButtonProps } from './lazy-compare';

const useDialog = lazyModule(() => import('./compare-dialog'));

/** Opens the choice of the models that answer the next question side by side. */
export function CompareButton({ view, chosen, onChange, onChoose }: CompareButtonProps) {
  const [open, setOpen] = useState(false);
  const dialog = useDialog(open);
  return (
    <>
      <IconButton class="small-icon" icon={Columns2} label={t('compareModels')} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {dialog && <dialog.CompareModels view={view} chosen={chosen} onChange={onChange} onChoose={onChoose} onClose={() => setOpen(false)} />}
    </>
  );
}
