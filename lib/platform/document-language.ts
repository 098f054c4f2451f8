import { uiDirection, uiLanguage } from '~/lib/i18n/language';

/** Tells the document its language and direction, for screen readers, hyphenation and right-to-left layout. */
export function setDocumentLanguage(): void {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = uiDirection();
}
