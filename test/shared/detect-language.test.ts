import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectOtherLanguage } from '~/lib/shared/detect-language';
import { splitSentences } from '~/lib/shared/sentences';

describe('a passage in another language', () => {
  it.each([
    ['en', 'Il n’est pas nécessaire que nous le fassions avec la même idée.', 'fr'],
    ['en', 'Das ist nicht der Weg, den wir mit der Stadt gehen wollen.', 'de'],
    ['en', 'No es lo que se dice en la calle cuando todos han vuelto.', 'es'],
    ['fr', 'It is not what they say in the street when all of them have come home.', 'en'],
    ['en', 'Это совсем другое дело.', 'ru'],
    ['en', 'Це зовсім інша справа, її не їдять.', 'uk'],
    ['en', '今日は晴れです。', 'ja'],
    ['ja', '今天天气很好，我们去公园。', undefined],
    ['en', '今天天气很好', 'zh'],
    ['en', 'هذا كتاب جديد', 'ar'],
    ['en', 'این یک کتاب است که می‌گوید چرا', 'fa'],
    ['en', 'यह एक किताब है', 'hi'],
    ['en', 'Αυτό είναι καλό', 'el'],
    ['ar', 'The bees are at home in the hive and they know it.', 'en'],
  ])('in %s: %s', (present, text, expected) => {
    expect(detectOtherLanguage(text, present)).toBe(expected);
  });

  it.each([
    ['en', 'The Süddeutsche Zeitung and Der Spiegel said so.'],
    ['en', 'Schadenfreude!'],
    ['en', 'Les Misérables'],
    ['bg', 'Това е съвсем друго нещо.'],
    ['fa', 'این یک کتاب است'],
    ['mr', 'हे एक पुस्तक आहे'],
    ['da', 'Det er ikke det, som de siger, når de har været ude.'],
    ['en', '12 + 30 = 42'],
    ['en', ''],
  ])('is not seen where there is none: %s, %s', (present, text) => {
    expect(detectOtherLanguage(text, present)).toBeUndefined();
  });

  it.each(['blog-en', 'encyclopedia-en', 'feature-es', 'guide-zh', 'howto-en', 'news-ar', 'news-de', 'news-en', 'news-hi', 'news-ja'])('is not seen in any sentence of %s', (name) => {
    const present = name.slice(-2);
    const sentences = splitSentences(readFileSync(`test/fixtures/articles/${name}.md`, 'utf8'), present);
    const seen = sentences.filter(({ text }) => !text.includes('http') && detectOtherLanguage(text, present) !== undefined);
    expect(seen.map(({ text }) => text)).toEqual([]);
  });
});
