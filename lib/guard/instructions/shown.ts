import { MARK } from './pattern';
import { markReaders } from './readers';

/** What a page shows its readers: examples of encodings that it explains, quotations that it introduces. Folded text. */

const ENCODINGS =
  /(?<![a-z])(?:base-?(?:16|32|58|64|85)|rot-?(?:13|47)|hexadecim\w*|hexadezimal\w*|hex|utf-(?:8|16)|url-encod\w*|percent-encod\w*|quoted-printable|(?:caesar|atbash|vigenere)(?! salad)|morse|(?:en|de)cod(?:es|ings?|ers?)(?![a-z])|(?:de)?kodier\w*|codages?|encodages?|(?:de)?codifica\w*|coderin\w*|kodowani\w*|kodovani\w*|kodlama\w*)|кодиров\S*|кодуванн\S*|[编編解]码|[編解]碼|エンコード|デコード|符号化|인코딩|디코딩|ترميز|رمزگذاري/;
const SENTENCE_END = /[.!?。！？]\s/;

/** Sentences of a text that name encodings. One may tell an artificial reader to decode something. */
export function countEncodings(folded: string): number {
  return markReaders(folded).split(SENTENCE_END).reduce((sum, sentence) => (ENCODINGS.test(sentence) && !sentence.includes(MARK) ? sum + 1 : sum), 0);
}

/** Somebody wrote it, found it, hid it, and what it was comes next: "in the footer I found this line:". */
const TELLS =
  /(?:(?<![a-z])(?:wrote|written|found|received|hid|(?:it|they|that|which|line|note|mail|text|letter|footer) read|pasted|planted|contained|appeared|saw|came across|sent (?:me|us|myself)|schrieb\w*|geschrieben|fand(?:en)?|gefunden|stand|entdeck\w+|erhielt\w*|bekam\w*|enthielt|lautete|versteckt\w*|ecrit|trouvee?|recue?|contenait|disait|cachait|figurait|lisait|encontr(?:e|amos|ei)|escribi(?:o)?|recibi(?:mos)?|decia|contenia|aparecia|ponia|escrevi|recebi|dizia|continha|escondi|trovat[oa]|scritto|ricevuto|conteneva|diceva|nascost[oa]|schreef|geschreven|vond(?:en)?|gevonden|stond|kreeg|ontving|bevatte|luidde|skrev|hittade|fick|znalazl\w+|napisal\w*|dostal\w+|zawieral\w*|brzmial\w*|nasel|nasla|obsahoval\w*|yaziyordu|yazmisti\w*|buldu\w*)(?![a-z])|наш[её]л|нашла|нашли|написал|получил|содержал|гласил|стояло|спрятал|знайшов|знайшла|отримав|писало|書かれてい|書いてあ|見つけ|届[いき]|写着|寫著|写道|发现了|收到|藏了|적혀 ?있|발견했|받았|써 ?있|وجدت|كتبت|وصلتني|نوشته بود)[^.!?。！？]{0,60}[:：]\s*$/;
const LONGEST = 160;
const FEWEST_WORDS = 4;
const CJK = /[\u3040-\u9FFF\uAC00-\uD7AF]/;

/** Whether a paragraph tells where the quotation behind it was found. Whom it names as its reader has not found it. */
export function introduces(folded: string): boolean {
  const end = folded.slice(-LONGEST);
  const told = TELLS.exec(end);
  return told !== null && (CJK.test(end) || folded.split(' ').length >= FEWEST_WORDS) && !markReaders(end.slice(told.index)).includes(MARK);
}
