import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { Asking } from '../hooks/use-describing';
import { Dialog } from '../ui/dialog';
import { sayCost, sayWhereTo } from './say-estimate';

interface SendQuestionProps {
  asking: Asking;
  onStart: () => void;
  onCancel: () => void;
}

/** Before pictures are sent: how many, where to, and what it will come to. `Start` is the consent. */
export function SendQuestion({ asking: { ids, estimate }, onStart, onCancel }: SendQuestionProps) {
  const [opener] = useState(() => document.activeElement);
  // Of a group whose buttons come and go, the group itself gets the focus back.
  useEffect(
    () => () => {
      const back = opener?.closest('.picture-batch') ?? opener;
      if (back instanceof HTMLElement) back.focus();
    },
    [opener],
  );
  const start = (button: HTMLElement) => {
    close(button);
    onStart();
  };
  return (
    <Dialog title={plural('picturesAsk', estimate?.pictures ?? ids.length)} onClose={onCancel}>
      <div role="status">
        {estimate ? (
          <>
            <p>{sayWhereTo(estimate)}</p>
            <p class="picture-cost">{sayCost(estimate)}</p>
          </>
        ) : (
          <p class="row small">
            <span class="spinner" />
            {t('picturesEstimating')}
          </p>
        )}
      </div>
      <div class="row wrap">
        <button type="button" class="button primary" aria-disabled={!estimate} onClick={(event) => estimate && start(event.currentTarget)}>
          {t('actionStart')}
        </button>
        <button type="button" class="button" onClick={(event) => close(event.currentTarget)}>
          {t('actionCancel')}
        </button>
      </div>
    </Dialog>
  );
}

/** Closed before it is taken away: while it is open, nothing else can have the focus. */
function close(button: HTMLElement): void {
  button.closest('dialog')?.close();
}
