import type { PageContent } from '~/lib/shared/page-content';

/** English name of a BCP 47 tag with the tag, e.g. `German (de)`; none for anything that is no tag. */
export function nameLanguage(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim());
    if (!canonical) return undefined;
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(canonical);
    return name && `${name} (${canonical})`;
  } catch {
    return undefined;
  }
}

/**
 * The sentence that tells a model which language to answer in.
 * @param wanted `page`, `browser`, or a BCP 47 tag. A tag nobody knows counts as `page`.
 */
export function languageRule(wanted: string, page: PageContent, browserLanguage: string): string {
  const chosen = wanted === 'page' ? undefined : nameLanguage(wanted === 'browser' ? browserLanguage : wanted);
  if (chosen) return `Write in ${chosen}, whatever language the page is in.`;
  const declared = nameLanguage(page.lang);
  return declared
    ? `Write in the language of the page's text. The page declares ${declared}; if its text is plainly in another language, use that of the text.`
    : "Write in the language of the page's text, not in the language of these instructions.";
}
