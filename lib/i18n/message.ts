import { browser } from 'wxt/browser';
import type messages from '~/public/_locales/en/messages.json';
import { formatNumber } from './format';
import { uiLanguage } from './language';

/** Key of one message; the English file is the list of them (imported as a type only, nothing is bundled). */
export type MessageKey = keyof typeof messages;

/** Key of a message that depends on a count: stored as `<key>_one`, `<key>_other`, … (CLDR plural categories). */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** The message in the reader's language. `$1` … `$9` take the substitutions; numbers are written the reader's way. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return lookUp(key, substitutions);
}

/**
 * The form of the message that fits `count` in the interface language. `$1` is the count, further substitutions
 * follow it. A language without a message for its category falls back to `_other`.
 */
export function plural(key: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const language = uiLanguage();
  rules ??= new Intl.PluralRules(language);
  const all = [count, ...substitutions];
  return lookUp(`${key}_${rules.select(count)}`, all) || lookUp(`${key}_other`, all);
}

let rules: Intl.PluralRules | undefined;

function lookUp(key: string, substitutions: (string | number)[]): string {
  const texts = substitutions.map((value) => (typeof value === 'number' ? formatNumber(value) : value));
  // The generated type lists every literal key; plural keys are built, and messages.json already vouches for the rest.
  return browser.i18n.getMessage(key as MessageKey, texts);
}
