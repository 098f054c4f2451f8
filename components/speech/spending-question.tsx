import { useEffect, useId, useRef } from 'preact/hooks';
import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import type { PlayerState } from '~/lib/shared/player';
import type { PlayerActions } from '../hooks/use-player';

interface SpendingQuestionProps {
  ask: NonNullable<PlayerState['ask']>;
  actions: PlayerActions;
}

/** Before a paid voice reads (on): how much, what it costs, who gets the text; and the ways to go. */
export function SpendingQuestion({ ask: { characters, usd, host }, actions }: SpendingQuestionProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  // A reader who pressed a button is led on; one who is typing is left alone.
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select')) section.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={section} class="confirm" tabIndex={-1} role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-cost`}>
      <h2 id={id}>{t('playerAskTitle', host)}</h2>
      <p id={`${id}-cost`}>
        {plural('playerAskText', characters)} {usd !== undefined && t('playerAskCost', formatMoney(usd))}
      </p>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={() => actions.answerSpending(true)}>
          {t('playerAskRead')}
        </button>
        <button type="button" class="button" onClick={() => actions.answerSpending(false)}>
          {t('actionSystemVoice')}
        </button>
        <button type="button" class="button" onClick={() => actions.control('stop')}>
          {t('actionCancel')}
        </button>
      </div>
    </section>
  );
}
