import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser's `i18n`, reading from a table; a fresh copy of the modules, since they remember formats. */
async function load(browserTag: string, messages: Record<string, string>) {
  vi.resetModules();
  Object.assign(fakeBrowser, {
    i18n: {
      getUILanguage: () => browserTag,
      getMessage: (key: string, values: string[] = []) =>
        (messages[key] ?? '').replaceAll(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? ''),
    },
  });
  return { ...(await import('~/lib/i18n/message')), ...(await import('~/lib/i18n/format')), ...(await import('~/lib/i18n/language')) };
}

beforeEach(() => fakeBrowser.reset());

describe('messages', () => {
  it('write numbers the way of the language they are shown in', async () => {
    const { t } = await load('de-AT', { messagesLanguage: 'de', extensionName: 'Gelesen: $1 von $2' });
    expect(t('extensionName', 1240, '12')).toBe(`Gelesen: ${new Intl.NumberFormat('de-AT').format(1240)} von 12`);
  });

  it('take the plural form of the language, and "other" where it has none', async () => {
    const texts = { messagesLanguage: 'pl', words_one: '$1 słowo', words_few: '$1 słowa', words_other: '$1 słów' };
    const { plural } = await load('pl', texts);
    const say = plural as unknown as (key: string, count: number) => string;
    expect([1, 3, 5, 22].map((n) => say('words', n))).toEqual(['1 słowo', '3 słowa', '5 słów', '22 słowa']);
  });

  it('keep to the language of the words when the browser speaks another', async () => {
    const { uiLanguage, uiDirection, browserLanguage, formatNumber } = await load('he', { messagesLanguage: 'en' });
    expect([uiLanguage(), uiDirection(), browserLanguage()]).toEqual(['en', 'ltr', 'he']);
    expect(formatNumber(1240)).toBe('1,240');
  });

  it('keep what is of the other direction to itself in a sentence from right to left', async () => {
    const { t, formatMoney } = await load('ar-EG', { messagesLanguage: 'ar', extensionName: 'يقرأ $1' });
    expect(t('extensionName', 'The harbour')).toBe('يقرأ \u2068The harbour\u2069');
    expect(t('extensionName', 'الميناء')).toBe('يقرأ الميناء');
    expect(formatMoney(0.5)).toMatch(/US\$\u200e$/);
  });

  it('keep a name from right to left to itself in a sentence from left to right: a number after it would be drawn before it', async () => {
    const { isolate, t } = await load('en', { messagesLanguage: 'en', extensionName: 'Reads $1' });
    expect(t('extensionName', 'الميناء')).toBe('Reads \u2068الميناء\u2069');
    expect(t('extensionName', 'The harbour')).toBe('Reads The harbour');
    expect(t('extensionName', isolate('الميناء'))).toBe('Reads \u2068الميناء\u2069');
  });

  it('list facts of which each keeps its own direction', async () => {
    const { joinFacts } = await load('ar', { messagesLanguage: 'ar' });
    expect(joinFacts(['GPT 4o', undefined, '128 رمزًا', false, ''])).toBe('\u2068GPT 4o\u2069 · 128 رمزًا');
  });

  it('know right-to-left languages', async () => {
    const { uiDirection } = await load('ar-EG', { messagesLanguage: 'ar' });
    expect(uiDirection()).toBe('rtl');
  });
});

describe('figures', () => {
  it('never round a share up to all of it', async () => {
    const { formatPercent } = await load('en', { messagesLanguage: 'en' });
    expect([0, 0.123, 0.999, 1].map(formatPercent)).toEqual(['0%', '12%', '99%', '100%']);
  });

  it('show costs under a cent', async () => {
    const { formatMoney } = await load('en', { messagesLanguage: 'en' });
    expect([0, 0.000123, 0.5, 12.345].map((usd) => formatMoney(usd))).toEqual(['$0.00', '$0.00012', '$0.50', '$12.35']);
    expect(formatMoney(3, 'EUR')).toBe('€3.00');
  });
});
