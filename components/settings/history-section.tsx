import { t } from '~/lib/i18n/message';
import type { HistoryOptions } from '~/lib/shared/conversation';
import { HistoryFiles } from '../history/history-files';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import type { SectionProps } from './section-props';

const KEEP = [
  { value: '0', label: 'optionsHistoryKeepEver' },
  { value: '365', label: 'optionsHistoryKeepYear' },
  { value: '30', label: 'optionsHistoryKeepMonth' },
] as const;

/** Whether and how long conversations are kept; all of them as a file, and their end. */
export function HistorySection({ view, save }: SectionProps) {
  const { history } = view.settings;
  const change = (changed: Partial<HistoryOptions>) => void save({ history: { ...history, ...changed } });
  return (
    <section class="section" aria-labelledby="history-title">
      <h2 id="history-title">{t('optionsHistory')}</h2>
      <p>{t('optionsHistoryText')}</p>
      <Switch label={t('optionsHistoryOn')} hint={t('optionsHistoryOnHint')} checked={history.on} onChange={(on) => change({ on })} />
      <div class="stack">
        <Select
          label={t('optionsHistoryKeep')}
          value={String(history.keepDays)}
          options={KEEP.map(({ value, label }) => ({ value: value as string, label: t(label) }))}
          onChange={(days) => change({ keepDays: Number(days) as HistoryOptions['keepDays'] })}
        />
        <p class="hint">{t('optionsHistoryKeepHint')}</p>
      </div>
      <HistoryFiles on={history.on} />
    </section>
  );
}
