/** The language of a description that is kept, where nothing tells it. */
export const UNKNOWN_LANGUAGE = 'und';

/**
 * The BCP 47 tag of the language that descriptions are written in.
 * @param wanted `page`, `browser`, or a tag
 * @param page what the page declares
 */
export function descriptionLanguage(wanted: string, page: string | undefined, browser: string): string {
  const tag = wanted === 'page' ? page : wanted === 'browser' ? browser : wanted;
  try {
    return (tag && Intl.getCanonicalLocales(tag.trim())[0]) || UNKNOWN_LANGUAGE;
  } catch {
    return UNKNOWN_LANGUAGE;
  }
}
