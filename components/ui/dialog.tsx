import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { IconButton } from './icon-button';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog. The native element keeps the focus inside and gives it back when it closes. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} onClose={onClose}>
      <header class="row">
        <h2 id={titleId} class="grow">
          {title}
        </h2>
        <IconButton icon={X} label={t('actionClose')} onClick={() => dialog.current?.close()} />
      </header>
      <div class="dialog-body stack">{children}</div>
    </dialog>
  );
}
