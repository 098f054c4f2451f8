import { browserLanguage, uiLanguage } from '~/lib/i18n/language';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { SummaryOptions } from '~/lib/shared/settings';
import { SUMMARY_LENGTHS, SUMMARY_STYLES } from '~/lib/shared/summary-choices';

const STYLE_KEYS: Record<SummaryOptions['style'], MessageKey> = {
  'key-points': 'summaryStyleKeyPoints',
  paragraph: 'summaryStyleParagraph',
  detailed: 'summaryStyleDetailed',
  simple: 'summaryStyleSimple',
};
const LENGTH_KEYS: Record<SummaryOptions['length'], MessageKey> = {
  short: 'summaryLengthShort',
  medium: 'summaryLengthMedium',
  long: 'summaryLengthLong',
};

/** Languages offered by name; any other stored tag is offered too. */
const LANGUAGES =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );

export function nameStyle(style: SummaryOptions['style']): string {
  return t(STYLE_KEYS[style]);
}

export const styleOptions = () => SUMMARY_STYLES.map((value) => ({ value, label: t(STYLE_KEYS[value]) }));
export const lengthOptions = () => SUMMARY_LENGTHS.map((value) => ({ value, label: t(LENGTH_KEYS[value]) }));

/** The page's language, the browser's, then languages by name in the interface language's order. */
export function languageOptions(chosen: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(uiLanguage(), { type: 'language' });
  const nameOf = (tag: string) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag; // not a well-formed tag
    }
  };
  const known = ['page', 'browser', ...LANGUAGES];
  const tags = known.includes(chosen) ? LANGUAGES : [chosen, ...LANGUAGES];
  return [
    { value: 'page', label: t('languagePage') },
    { value: 'browser', label: t('languageBrowser', nameOf(browserLanguage())) },
    ...tags
      .map((value) => ({ value, label: nameOf(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, uiLanguage())),
  ];
}
