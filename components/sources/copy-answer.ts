import { t } from '~/lib/i18n/message';
import type { PageDocument } from '~/lib/shared/page-content';
import type { Source } from '~/lib/shared/source';
import { citeMarkdown } from '~/lib/tasks/sources/cite-markdown';

/** An answer as it is copied: with what its marks stand for. */
export function copyWithSources(text: string, sources: readonly Source[] | undefined, documents: readonly PageDocument[] | undefined): string {
  const words = {
    heading: t('sourcesHeading'),
    unverified: t('sourceUnverified'),
    none: t('sourceNone'),
    page: (number: number) => t('sourcePage', number),
  };
  return citeMarkdown(text, sources, words, documents);
}
