import { primarySubtag } from '~/lib/shared/language-tag';

/** "What does it say about “…”?" by primary language. Forms in which a word stays as it is, whatever its gender and case. */
const FORMS: Record<string, string> = {
  en: 'What does it say about “$1”?',
  de: 'Was steht darin über „$1“?',
  fr: 'Qu’est-ce qui y est dit au sujet de « $1 » ?',
  es: '¿Qué dice sobre «$1»?',
  it: 'Che cosa dice a proposito di «$1»?',
  pt: 'O que diz sobre “$1”?',
  nl: 'Wat staat er over “$1”?',
  sv: 'Vad står det om ”$1”?',
  da: 'Hvad står der om »$1«?',
  nb: 'Hva står det om «$1»?',
  pl: 'Co jest tu napisane o „$1”?',
  cs: 'Co se tu píše o tématu „$1“?',
  ru: 'Что здесь сказано о теме «$1»?',
  uk: 'Що тут сказано про тему «$1»?',
  tr: '“$1” hakkında ne diyor?',
  id: 'Apa yang dikatakan tentang “$1”?',
  ar: 'ماذا يقول عن «$1»؟',
  fa: 'دربارهٔ «$1» چه می‌گوید؟',
  he: 'מה נאמר על "$1"?',
  hi: '“$1” के बारे में क्या कहा गया है?',
  ja: '「$1」について何と書かれていますか？',
  zh: '文中关于“$1”说了什么？',
  ko: '“$1”에 대해 뭐라고 하나요?',
};

/** The question about a topic in a language, the topic within quotation marks; undefined for a language that it is not known in. */
export function askAbout(topic: string, language: string): string | undefined {
  return FORMS[primarySubtag(language)]?.replace('$1', () => topic);
}
