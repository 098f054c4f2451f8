import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';

interface SpendingQuestionProps {
  title: string;
  /** Prices in US dollars, where they are known. `pictures` are sent, too. */
  ask: { characters: number; usd?: number | undefined; pictures?: { count: number; usd?: number | undefined } | undefined };
  /** The buttons that answer it. */
  children: ComponentChildren;
}

/** Before a paid voice speaks: how much, what it costs, who gets the text; and the ways to go. */
export function SpendingQuestion({ title, ask: { characters, usd, pictures }, children }: SpendingQuestionProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  // A reader who pressed a button is led on; one who is typing is left alone.
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select')) section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} class="confirm" tabIndex={-1} role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-cost`}>
      <h2 id={id}>{title}</h2>
      <p id={`${id}-cost`}>
        {plural('playerAskText', characters)} {usd !== undefined && t('playerAskCost', formatMoney(usd))}{' '}
        {pictures && plural('playerAskPictures', pictures.count)}{' '}
        {pictures?.usd !== undefined && t('playerAskCost', formatMoney(pictures.usd))}
      </p>
      <div class="row wrap">{children}</div>
    </section>
  );
}
