import { readFileSync } from 'node:fs';

/** What Docent's interface says in a language, with what is put into it; of what is counted the form is a part of the key. */
export function wordsOf(lang: string): (key: string, ...values: string[]) => string {
  const messages = JSON.parse(readFileSync(`public/_locales/${lang}/messages.json`, 'utf8')) as Record<string, { message: string }>;
  return (key, ...values) => {
    const { message } = messages[key] ?? {};
    if (message === undefined) throw new Error(`${lang} has no ${key}.`);
    return message.replaceAll(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
  };
}
