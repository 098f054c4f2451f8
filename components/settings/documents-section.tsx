import { t } from '~/lib/i18n/message';
import type { DocumentOptions } from '~/lib/shared/settings';
import { Select } from '../ui/select';
import type { SectionProps } from './section-props';

const NUMBERS = [1, 2, 3, 4, 6, 8];

/** How texts are read that are larger than a model's context. */
export function DocumentsSection({ view, save }: SectionProps) {
  const { documents } = view.settings;
  const change = (changed: Partial<DocumentOptions>) => void save({ documents: { ...documents, ...changed } });
  return (
    <section class="section" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('optionsDocuments')}</h2>
      <div class="columns">
        <Select
          label={t('optionsParallel')}
          value={String(documents.parallel)}
          options={NUMBERS.map((number) => ({ value: String(number), label: String(number) }))}
          onChange={(value) => change({ parallel: Number(value) })}
        />
      </div>
      <p class="hint">{t('optionsParallelHint')}</p>
    </section>
  );
}
