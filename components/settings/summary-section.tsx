import { useMemo } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SummaryOptions } from '~/lib/shared/settings';
import { InstructionField } from '../page/instruction-field';
import { languageOptions, lengthOptions, styleOptions } from '../page/summary-names';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import type { SectionProps } from './section-props';

/** How summaries are written until the reader asks for something else. */
export function SummarySection({ view, save }: SectionProps) {
  const { summary } = view.settings;
  const change = (changed: Partial<SummaryOptions>) => void save({ summary: { ...summary, ...changed } });
  const languages = useMemo(() => languageOptions(summary.language), [summary.language]);
  return (
    <section class="section" aria-labelledby="summary-title">
      <h2 id="summary-title">{t('optionsSummaryDefaults')}</h2>
      <div class="columns">
        <Select label={t('summaryStyle')} value={summary.style} options={styleOptions()} onChange={(style) => change({ style })} />
        <Select
          label={t('summaryLength')}
          value={summary.length}
          options={lengthOptions()}
          onChange={(length) => change({ length })}
        />
        <Select
          label={t('summaryLanguage')}
          value={summary.language}
          options={languages}
          onChange={(language) => change({ language })}
        />
      </div>
      <Switch label={t('suggestionsOn')} hint={t('suggestionsOnHint')} checked={view.settings.suggestions.on} onChange={(on) => void save({ suggestions: { on } })} />
      <InstructionField value={summary.instruction} onChange={(instruction) => change({ instruction })} />
    </section>
  );
}
