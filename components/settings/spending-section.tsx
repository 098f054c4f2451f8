import { useId } from 'preact/hooks';
import { formatNumber } from '~/lib/i18n/format';
import { t, type MessageKey } from '~/lib/i18n/message';
import { SpendingOptions } from '~/lib/shared/spending';
import { useSpending } from '../hooks/use-spending';
import { saySpending } from '../spending/say-spending';
import type { SectionProps } from './section-props';

/** What a day may cost, and what today has cost so far. */
export function SpendingSection({ view, save }: SectionProps) {
  const { spending: limits } = view.settings;
  const today = useSpending(true);
  const hintId = useId();
  const change = (changed: Partial<SpendingOptions>) => {
    const next = SpendingOptions.safeParse({ ...limits, ...changed });
    if (next.success) void save({ spending: next.data });
  };
  return (
    <section class="section" aria-labelledby="spending-title">
      <h2 id="spending-title">{t('optionsSpending')}</h2>
      <p>{t('optionsSpendingText')}</p>
      <div class="columns">
        <LimitField label="optionsSpendingUsd" step="0.01" value={limits.usd} hintId={hintId} onChange={(usd) => change({ usd })} />
        <LimitField label="optionsSpendingTokens" step="1" value={limits.tokens} hintId={hintId} onChange={(tokens) => change({ tokens })} />
      </div>
      <p id={hintId} class="hint">{t('optionsSpendingHint')}</p>
      {today && <p>{saySpending(today, limits)}</p>}
      {today && limits.usd > 0 && today.unpriced > 0 && <p class="hint">{t('spendingUnpriced', formatNumber(today.unpriced))}</p>}
    </section>
  );
}

interface LimitFieldProps {
  label: MessageKey;
  step: string;
  /** 0 is none. */
  value: number;
  hintId: string;
  onChange: (value: number) => void;
}

/** An amount a day; stored when the reader leaves the field, if it is one. */
function LimitField({ label, step, value, hintId, onChange }: LimitFieldProps) {
  const id = useId();
  const store = ({ valueAsNumber, value: typed, validity }: HTMLInputElement) => {
    if (!validity.badInput && (typed === '' || valueAsNumber >= 0)) onChange(typed === '' ? 0 : valueAsNumber);
  };
  return (
    <div class="field">
      <label for={id}>{t(label)}</label>
      <input
        id={id}
        class="input"
        type="number"
        min="0"
        step={step}
        inputMode="decimal"
        aria-describedby={hintId}
        defaultValue={value > 0 ? String(value) : ''}
        onChange={(event) => store(event.currentTarget)}
      />
    </div>
  );
}
