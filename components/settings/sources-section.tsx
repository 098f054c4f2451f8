import { t } from '~/lib/i18n/message';
import { Switch } from '../ui/switch';
import type { SectionProps } from './section-props';

/** Whether answers say which passages they rest on. */
export function SourcesSection({ view, save }: SectionProps) {
  const { sources } = view.settings;
  return (
    <section class="section" aria-labelledby="sources-title">
      <h2 id="sources-title">{t('sourcesHeading')}</h2>
      <Switch label={t('optionsSourceMarks')} hint={t('optionsSourceMarksHint')} checked={sources.marks} onChange={(marks) => void save({ sources: { ...sources, marks } })} />
    </section>
  );
}
