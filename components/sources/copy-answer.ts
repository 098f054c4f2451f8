import { t } from '~/lib/i18n/message';
import type { Source } from '~/lib/shared/source';
import { citeMarkdown } from '~/lib/tasks/sources/cite-markdown';

/** An answer as it is copied: with what its marks stand for. */
export function copyWithSources(text: string, sources: readonly Source[] | undefined): string {
  return citeMarkdown(text, sources, {
    heading: t('sourcesHeading'),
    unverified: t('sourceUnverified'),
    none: t('sourceNone'),
    page: (number) => t('sourcePage', number),
  });
}
