import { primarySubtag } from '~/lib/shared/language-tag';

/** "Hello! This is how I read to you.", by primary language subtag. */
const SENTENCES: Readonly<Record<string, string>> = {
  ar: 'مرحبًا! هكذا سأقرأ لك.',
  cs: 'Dobrý den! Takto vám budu číst.',
  da: 'Hej! Sådan læser jeg op for dig.',
  de: 'Hallo! So lese ich Ihnen vor.',
  el: 'Γεια σας! Έτσι θα σας διαβάζω.',
  en: 'Hello! This is how I read to you.',
  es: '¡Hola! Así es como leo para ti.',
  fi: 'Hei! Näin minä luen sinulle.',
  fr: 'Bonjour ! Voici comment je lis pour vous.',
  he: 'שלום! כך אקרא לך.',
  hi: 'नमस्ते! मैं आपके लिए ऐसे पढ़ूँगा।',
  hu: 'Üdvözlöm! Így olvasok fel Önnek.',
  it: 'Ciao! Ecco come leggo per te.',
  ja: 'こんにちは。このように読み上げます。',
  ko: '안녕하세요! 이렇게 읽어 드립니다.',
  nb: 'Hei! Slik leser jeg for deg.',
  nl: 'Hallo! Zo lees ik aan u voor.',
  pl: 'Dzień dobry! Tak będę czytać.',
  pt: 'Olá! É assim que eu leio para você.',
  ro: 'Bună! Așa vă citesc.',
  ru: 'Здравствуйте! Вот так я читаю.',
  sv: 'Hej! Så här läser jag för dig.',
  tr: 'Merhaba! Size böyle okuyorum.',
  uk: 'Вітаю! Ось так я читаю.',
  vi: 'Xin chào! Tôi sẽ đọc cho bạn như thế này.',
  zh: '你好！我会这样为你朗读。',
};

/** A short sentence in a language; for languages without one here, the language's own name for itself. */
export function sampleSentence(lang: string): string {
  const primary = primarySubtag(lang) || 'en';
  const known = Object.hasOwn(SENTENCES, primary) ? SENTENCES[primary] : undefined;
  if (known) return known;
  // `Intl` names what it has no data for in the browser's own language.
  return new Intl.DisplayNames([primary, 'en'], { type: 'language' }).of(primary) ?? primary;
}
