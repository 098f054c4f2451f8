import { browser } from 'wxt/browser';

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The browser's own language, a BCP 47 tag such as `de-AT`, whether or not Docent is translated into it. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/**
 * The language Docent's texts are shown in: the browser's tag with its region when they are translated into that
 * language, else the language of the fallback. For `lang` attributes and number formats, which must agree with the words.
 */
export function uiLanguage(): string {
  const shown = browser.i18n.getMessage('messagesLanguage') || 'en';
  const wanted = browserLanguage();
  return primary(wanted) === primary(shown) ? wanted : shown;
}

/** Writing direction of `uiLanguage()`, for the `dir` attribute. */
export function uiDirection(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primary(uiLanguage())) ? 'rtl' : 'ltr';
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
