import { getFunctionWords, LISTED_LANGUAGES } from './function-words';
import { primarySubtag } from './language-tag';

/** Scripts that tell the language, or nearly: the first language is meant unless the text around is in one of the others. */
const SCRIPTS: [script: RegExp, languages: string[]][] = [
  [/\p{Script=Latin}/u, []],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Han}/u, ['zh', 'ja', 'yue', 'wuu', 'nan', 'ko']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg', 'tt', 'uz', 'az', 'bs', 'cv', 'ba', 'os']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur', 'ps', 'ckb', 'ku', 'ug', 'sd', 'pa', 'prs', 'arz', 'ks', 'ms', 'dv']],
  [/\p{Script=Devanagari}/u, ['hi', 'mr', 'ne', 'sa', 'kok', 'mai', 'bho', 'sd', 'ks']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Hebrew}/u, ['he', 'yi', 'iw', 'lad']],
  [/\p{Script=Greek}/u, ['el', 'grc']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Bengali}/u, ['bn', 'as']],
  [/\p{Script=Tamil}/u, ['ta']],
  [/\p{Script=Telugu}/u, ['te']],
  [/\p{Script=Gujarati}/u, ['gu']],
  [/\p{Script=Kannada}/u, ['kn']],
  [/\p{Script=Malayalam}/u, ['ml']],
  [/\p{Script=Gurmukhi}/u, ['pa']],
  [/\p{Script=Sinhala}/u, ['si']],
  [/\p{Script=Khmer}/u, ['km']],
  [/\p{Script=Lao}/u, ['lo']],
  [/\p{Script=Myanmar}/u, ['my']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Armenian}/u, ['hy']],
  [/\p{Script=Ethiopic}/u, ['am', 'ti']],
];

/** Languages without a list that share most of their function words with one that has one: not told from it. */
const KIN: Record<string, string[]> = {
  en: ['sco'],
  de: ['lb', 'gsw', 'bar', 'nds', 'als'],
  nl: ['af', 'fy', 'li', 'nds'],
  sv: ['da', 'nb', 'fo', 'is'],
  es: ['gl', 'ca', 'ast', 'an', 'oc'],
  pt: ['gl', 'mwl'],
  fr: ['oc', 'ca', 'wa', 'ht'],
  it: ['co', 'scn', 'nap', 'ro', 'ca'],
  pl: ['cs', 'sk', 'szl', 'hsb'],
  tr: ['az', 'tk', 'crh'],
};

const LETTER = /\p{L}/gu;
/** Characters looked at: enough to tell, and the same for a passage of any length. */
const SAMPLE = 1_500;
/** Words of running text in which function words tell the language. */
const FEWEST_WORDS = 6;
/** Share of the words that are function words of the language, at least. */
const SHARE = 0.25;
/** How many times more function words of the other language than of the present one. */
const LEAD = 2;

/**
 * The language of a passage, as a primary subtag, where it plainly is not `present`: by its script, else by its
 * function words. Undefined when it is `present`, or when nothing tells; names and short quotations do not.
 * @param present BCP 47 tag of the text around.
 */
export function detectOtherLanguage(text: string, present?: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const known = primarySubtag(present);
  const languages = scriptLanguages(sample);
  if (!languages) return undefined;
  if (languages.length > 0) return languages.includes(known) ? undefined : closest(languages, sample);
  return byFunctionWords(sample, known);
}

/** Languages of the script most letters are of; undefined without letters or when no script has most of them. */
function scriptLanguages(sample: string): string[] | undefined {
  const letters = sample.match(LETTER) ?? [];
  const counts = SCRIPTS.map(() => 0);
  for (const letter of letters) {
    const index = /[a-z]/i.test(letter) ? 0 : SCRIPTS.findIndex(([script]) => script.test(letter));
    if (index !== -1) counts[index] = (counts[index] ?? 0) + 1;
  }
  // Japanese mixes its kana with Han letters.
  const [, kana = 0, han = 0] = counts;
  if (kana > 0 && kana * 8 > han) Object.assign(counts, { 1: kana + han, 2: 0 });
  const most = counts.indexOf(Math.max(...counts));
  if ((counts[most] ?? 0) < Math.max(2, letters.length * 0.6)) return undefined;
  return SCRIPTS[most]?.[1];
}

function closest(languages: readonly string[], sample: string): string | undefined {
  if (languages[0] === 'ar') {
    if (/[ٹڈڑںے]/.test(sample)) return 'ur';
    if (/[پچژگ]/.test(sample)) return 'fa';
  }
  if (languages[0] === 'ru' && /[іїєґ]/i.test(sample)) return 'uk';
  return languages[0];
}

function byFunctionWords(sample: string, known: string): string | undefined {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const count = (language: string) => {
    const list = getFunctionWords(language);
    let hits = 0;
    const different = new Set<string>();
    for (const word of words)
      if (list.has(word)) {
        hits++;
        different.add(word);
      }
    return different.size >= 3 ? hits : 0;
  };
  let best = '';
  let most = 0;
  for (const language of LISTED_LANGUAGES) {
    const hits = count(language);
    if (hits > most) [best, most] = [language, hits];
  }
  if (best === known || most < words.length * SHARE || KIN[best]?.includes(known)) return undefined;
  const own = LISTED_LANGUAGES.includes(known) ? count(known) : 0;
  // Without a list for the present language, a likeness must be plainer: related languages share words.
  const enough = known === '' || LISTED_LANGUAGES.includes(known) ? most >= Math.max(3, own * LEAD) : most >= words.length * SHARE * 1.5;
  return enough ? best : undefined;
}
