import { isTold } from './talk';

/** What is told rather than ordered: by who does it, by who is said to have said it, and by what the words are made into. Folded text. */

const IN_WORDS = String.raw`[a-z\d\u0400-\u04FF\u0600-\u065F\u066E-\u06FF\u0900-\u097F]`;

/** Who does it, where a language words what he does as it words an order: "il donne", "он пишет". English tells them apart. */
const DOER =
  /(?:^|[\s'(«"“])(?:il|elle|on|ils|elles|qui|je|nous|cela|ca|ella?|ellos|ellas|quien|yo|ele|ela|eles|elas|quem|eu|lui|lei|egli|essa|loro|chi|er|man|wer|ich|wir|hij|zij|men|ik|han|hon|ona|oni|kto|ktos|nekdo|он|она|оно|они|кто|кто-то|я|мы|вона|вони|хто|хтось|ми)\s(?:(?:ne|me|te|le|la|les|lui|leur|se|y|en|lo|los|las|nos|os|a|o|as|ci|vi|gli|mi|ti|si|не|es|ihm|ihr|ihnen|mir|dir|uns|mu|jej|im)\s|[mstnlj]'){0,2}$/;

/** Whether who does what stands there is named right before it. */
export function isNarrated(folded: string, start: number): boolean {
  return DOER.test(folded.slice(Math.max(0, start - 48), start));
}

/** What agreements and statutes do to what was agreed before: "these terms hereby supersede". Nobody is told to do it. */
const OF_LAW =
  /(?<![a-z])(?:agreements?|contracts?|terms(?: (?:of \w+|and conditions))?|conditions|provisions|by-?laws|statutes?|regulations?|ordinances?|decrees?|clauses?|schedules?|annex(?:es)?|amendments?|codicils?|deeds?|treat(?:y|ies)|circulars?|memorandum|tariffs?|polic(?:y|ies)|letters? of intent)(?: and (?:its|the|their|any|all) [a-z]+)?(?: (?:hereto|herein|hereby|shall|will|may|expressly|wholly|fully|entirely|therefore|thus|also|then|do|does|cancel and|replace and|revoke and|supersede and|override and))* $/;

/** Whether an agreement, a law or the like is what does it. */
export function isOfLaw(folded: string, start: number): boolean {
  return OF_LAW.test(folded.slice(Math.max(0, start - 90), start));
}

/** What people were asked by people. Who says that an assistant was told so may well be making it up. */
const ASKED_OF =
  /(?:asked|told|ordered|instructed|begged|advised|commanded|bat|beauftragte|befahl|demand\w+|ordonn\w+|pidio|ordeno|pediu|ordenou|mandou|chiese|ordino|vroeg|beval|poprosil\w*|kazal\w*|pozadal\w*|narid\w*|попросил\S*|велел\S*|приказал\S*|поручил\S*|попросив|наказав|доручив)(?: [^\s.!?¤]+)?,? (?!¤|(?:the |an? )?(?:assistant|agent|model|bot)\b|you\b|it\b)[^\s.,!?¤]+,? (?:[^.!?¤]{0,90} )?$/;
const ASKED = new RegExp(ASKED_OF.source.replace(/\(\?:\[\^\.!\?¤\]\{0,90\} \)\?\$$/, ''));

/** Whether somebody is said to have asked a person for it. @param marked the text with artificial readers marked */
export function isAskedOfPeople(marked: string, start: number): boolean {
  return ASKED_OF.test(marked.slice(Math.max(0, start - 140), start));
}

/** Behind an order, in languages that report one with the same words: "… 하라고 말했다", "… と命じた", "… demişti". */
const REPORTED =
  /^[^.!?。！？]{0,60}?(?:(?:라고|다고|자고|도록|라며) ?(?:하였|했|한다|말했|말하였|지시했|명령했|요청했|시켰|전했|적었)|(?:と|よう(?:に)?)(?:言|述べ|命じ|指示し|頼ん|書[いか]|伝え|話し|求め|叫ん|打[っち])[^。、]{0,3}[たっ]|(?<!\p{L})(?:dedi|demis|demisti|soyledi|istedi|emretti|yazmisti|yaziyordu|deniyordu)(?!\p{L}))/u;

/** Whether it is told behind some words that somebody was told so. */
export function isReported(folded: string, end: number): boolean {
  return REPORTED.test(folded.slice(end, end + 120));
}

const REPORTED_WITHIN = new RegExp(REPORTED.source.slice(REPORTED.source.indexOf('?(?:') + 1), 'u');

/** Whether a stretch tells what people asked of people, or what somebody is quoted to have said. */
export function isReport(stretch: string, marked: string): boolean {
  const quote = stretch.search(/["„“«『「]/);
  return ASKED.test(marked) || REPORTED_WITHIN.test(stretch) || (quote >= 0 && isTold(stretch, quote + 1));
}

/** "…," the foreman of the works used to say. */
const ATTRIBUTED =
  /^[^.!?:;]{0,160}?[,.!?]? ?["”»“’'][,.]? ?-? ?(?:[^\s.!?"“«:]+ ){0,9}?(?:said|says|used to say|wrote|writes|shouted|asked|sagte|sagt|rief|schrieb|dijo|dice|escribio|disse|diz|dit|ecrit|cria|ecrivait|disse|scrisse|zei|zegt|schreef|sa|sade|skrev|powiedzial\w*|napisal\w*|rekl\w*|napsal\w*|сказал\S*|написал\S*|говорил\S*|сказав|сказала|написав|dedi|diye|kata|tulis|ujar|noi|viet|אמר\S*|כתב\S*|ειπε|εγραψε)(?![a-z\u0400-\u04FF\u0590-\u05FF])/;

/** Whether a quotation around some words is somebody's, as it goes on. */
export function isAttributed(folded: string, end: number): boolean {
  return ATTRIBUTED.test(folded.slice(end, end + 260));
}

/** Making what is meant for machines is work that people do: "you write instructions for language models". */
const MAKES = [
  'writ(?:e|es|ing|ten)', 'draft\\w*', 'creat\\w+', 'design\\w*', 'review\\w*', 'test(?:s|ed|ing)?', 'develop\\w*', 'annotat\\w+', 'improv\\w+', 'build\\w*', 'maintain\\w*', 'schreib\\w*', 'verfass\\w*', 'formulier\\w*', 'entwick\\w*', 'erstell\\w*', 'prufst?', 'prufen', 'redig\\w*', 'ecri\\w*', 'concev\\w+', 'desarroll\\w*', 'escrib\\w*', 'redact\\w*', 'escrev\\w*', 'cria(?:r|ra|ras|s)?', 'scriv\\w*', 'svilupp\\w*', 'schrij\\w*', 'ontwikkel\\w*', 'skriv(?:er|a)', 'tworz\\w*', 'pisa\\w*', 'pisz\\w*', 'pises?', 'psat', 'tvori\\w*', 'пиш\\S*', 'писать', 'созда\\S*', 'разрабат\\S*', 'составля\\S*', 'створю\\S*', 'розробля\\S*', 'menulis\\w*', 'membuat', 'menyusun', 'viet', 'soan', 'تكتب', 'كتابة', 'تصمم', 'כותב\\S*', 'תכתב\\S*', 'לכתוב', 'γραφ\\S*', 'συντασσ\\S*',
].join('|');
const MADE_BEFORE = new RegExp(String.raw`(?<!${IN_WORDS})(?:${MAKES})(?: (?!that\b|:)[^\s.!?;:]+){0,5} $`);
/** The same in languages whose verbs stand behind: Japanese, Korean, Chinese, Turkish, Hindi, Persian. */
const MADE_BEHIND =
  /^[^.!?。！？:：]{0,40}?(?:(?:指示文?|命令|プロンプト|文章)を(?:書|作|設計|検証|改善)|(?:지시문?|프롬프트|명령)[을를] ?(?:작성|만들|설계|검토)|(?:yaz|hazirla|tasarla|gelistir)(?:ar|iyor|acak|ma|mak)|(?:निर्देश|प्रॉम्प्ट) (?:लिख|बना|तैयार)|(?:دستور|پرامپت)\S* (?:مي ?نويس|مينويس|بنويسيد|طراحي))/;
/** 为大模型编写指令 */
const MADE_AROUND = /(?:为|給|给|替|針對|针对)[^。！？]{0,12}$/;
const MADE_OF = /^[^。！？]{0,8}(?:编写|撰写|設計|设计|撰寫|編寫|写|制作)/;

/** Whether instructions to machines are somebody's work there. */
export function isWork(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 90), start);
  const behind = folded.slice(end, end + 60);
  return MADE_BEFORE.test(before) || MADE_BEHIND.test(behind) || (MADE_AROUND.test(before) && MADE_OF.test(behind));
}
