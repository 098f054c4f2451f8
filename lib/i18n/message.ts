import { browser } from 'wxt/browser';
import type messages from '~/public/_locales/en/messages.json';
import { formatNumber } from './format';
import { uiDirection, uiLanguage } from './language';

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

/** Letters of the direction that an interface of this one does not have. */
const FOREIGN = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u,
  rtl: /[^\P{L}\p{Script=Arabic}\p{Script=Hebrew}]/u,
};

/**
 * A host, a model or a title as it stands in a sentence, which may run the other way: without isolation the numbers and signs
 * around it are drawn as if they were part of it (https://www.w3.org/International/questions/qa-bidi-unicode-controls).
 * Substitutions are isolated anyway, and nothing is twice.
 */
export function isolate(text: string): string {
  return FOREIGN[uiDirection()].test(text) && !/^\u2068[^\u2068\u2069]*\u2069$/.test(text) ? `\u2068${text}\u2069` : text;
}

/** `gpt-4o · 128,000 tokens · $0.15`: what there is of these, each by itself, whatever the direction of a name among them. */
export function joinFacts(facts: readonly (string | false | undefined)[]): string {
  return facts.filter((fact) => !!fact).map((fact) => isolate(fact as string)).join(' · ');
}

let rules: Intl.PluralRules | undefined;

function lookUp(key: string, substitutions: (string | number)[]): string {
  const texts = substitutions.map((value) => (typeof value === 'number' ? formatNumber(value) : isolate(value)));
  // The generated type lists every literal key; plural keys are built, and messages.json already vouches for the rest.
  return browser.i18n.getMessage(key as MessageKey, texts);
}
