import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const FOLDER = 'public/_locales';
const read = (locale: string) => JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8')) as Messages;
const placeholders = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

const english = read('en');
const others = readdirSync(FOLDER).filter((locale) => locale !== 'en');

/** Plural forms that a language has and English has not. */
const OWN_FORMS = /_(zero|two|few|many)$/;

it('covers a language that is read from right to left', () => {
  expect(others).toContain('ar');
});

describe.each(others)('%s', (locale) => {
  const messages = read(locale);

  it('has exactly the English keys, and plural forms of its own only beside them', () => {
    const own = Object.keys(messages).filter((key) => OWN_FORMS.test(key));
    expect(Object.keys(messages).filter((key) => !own.includes(key))).toEqual(Object.keys(english));
    for (const key of own) expect(english).toHaveProperty(key.replace(OWN_FORMS, '_other'));
  });

  it('has the same placeholders in every message', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const original = english[key.replace(OWN_FORMS, '_other')];
      expect(placeholders(message), key).toEqual(placeholders(original?.message ?? ''));
    }
  });

  it('names its own language and leaves nothing empty', () => {
    expect(messages.messagesLanguage?.message).toBe(locale);
    for (const [key, { message }] of Object.entries(messages)) expect(message.trim(), key).not.toBe('');
  });
});

it.each(['en', ...others])('%s is sorted by key', (locale) => {
  const keys = Object.keys(read(locale));
  expect(keys).toEqual([...keys].sort());
});
