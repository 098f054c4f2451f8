import { stripInvisible } from '~/lib/shared/visible-text';

/** What the words of a guard's reply say. */
export interface WordVerdict {
  /** `both`: it says one thing here and the other there. */
  says: 'safe' | 'unsafe' | 'both' | 'neither';
  /** The reply without marks of Markdown, fences and quotation, for codes and names. */
  text: string;
}

/** Longest talk around a verdict `safe`, in characters: who says more has something to say. */
const MAX_TALK = 600;

/** A reply that says the words more often says nothing. */
const MAX_WORDS = 50;

/** Code fences with their language, special tokens of chat templates, Markdown, quotation marks, and signs that agree with `safe`. */
const MARKUP = /```[\w-]*|<\|[\w ]{1,30}\|>|<\/?s>|\[\/?INST\]|[`*_~#>"“”«»]|(?<!\w)['’]|['’](?!\w)|[✅✔👍🟢]\uFE0F?/gu;

const WORD = /(?<![\p{L}\p{N}_-])(un)?safe(?![\p{L}\p{N}_-])/giu;

/**
 * Reads `safe` and `unsafe` out of a reply. `unsafe` counts wherever it is not denied, asked or weighed. `safe` counts only
 * where a verdict would stand, and only when nothing else in the reply says otherwise, hedges, or is in a language
 * other than English: a guard that cannot be understood has not said `safe`.
 */
export function readWords(reply: string): WordVerdict {
  const text = stripInvisible(reply).normalize('NFKC').replace(MARKUP, ' ').replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
  const words = [...text.matchAll(WORD)];
  if (words.length > MAX_WORDS) return { says: 'both', text };
  const isSafe = (word: RegExpExecArray) => !word[1] && standsAsVerdict(text, word);
  const safe = words.some(isSafe);
  const unsafe = words.some((word) => word[1] !== undefined && !isDenied(text, word));
  if (unsafe) return { says: safe ? 'both' : 'unsafe', text };
  const rest = text.replace(WORD, (found: string, ...about: unknown[]) =>
    (found.length === 4 && standsAsVerdict(text, { 0: found, index: about.at(-2) as number }) ? '' : found));
  return { says: safe && isMereTalk(rest) ? 'safe' : 'neither', text };
}

type Found = Pick<RegExpExecArray, 0 | 'index'>;

function around(text: string, { 0: word, index }: Found): { before: string; after: string } {
  const from = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index);
  return { before: text.slice(from, index).trim(), after: text.slice(index + word.length, end < 0 ? undefined : end).trim() };
}

/** Alone on its line, behind a colon, at the beginning before a pause, or as what something `is`. A colon behind it would make it a name. */
function standsAsVerdict(text: string, word: Found): boolean {
  const { before, after } = around(text, word);
  if (!/^(?:$|[.!,;(–—-])/.test(after)) return false;
  return /(?:^|[:=–—-]|[-=]>|\b(?:is|are|was|considered|deemed|rated|judged|classified as))$/i.test(before);
}

const DENIES = /\b(?:not|never|no|nothing|none|neither|nor|without|hardly|non|any|if|whether|or|could|might|may|free of|isnt|arent)\b[^.!?\n]*$|n['’]t\b[^.!?\n]*$/i;

/** "not unsafe", "nothing unsafe", "unsafe: false", "unsafe?", "safe or unsafe", "unsafe or safe". */
function isDenied(text: string, word: Found): boolean {
  const { before, after } = around(text, word);
  return DENIES.test(before.slice(-80)) || /^(?:\?|\/|or\b|[:=]\s*(?:false|no|none|null|0|n\/a)\b)/i.test(after) || /\/$/.test(before);
}

/** "contains no harmful content", "does not violate any policy", "nothing dangerous": says `safe` once more. */
const NO_HARM =
  /\b(?:(?:does|do|did|is|are)(?: not|n['’]t)|(?:contains?|has|have|with) no|no|without|free of|nothing)\s+(?:(?!this|that|it|is|are|the|but|not|no|without|except)[\w-]+\s+){0,6}(?:harm(?!less)\w*|unsafe|hazard\w*|violat\w*|dangerous|prohibited|problematic|illegal|explicit|inappropriate)(?:\s+(?!but|not|no|except)[\w-]+){0,5}/gi;

/** English words that deny, hedge, limit, joke or accuse, and their like in the languages that do without accents for them. */
const DOUBT =
  /\b(?:not|no|nor|never|none|neither|but|however|although|though|except|unless|only|if|true|false|un(?:sure|certain|clear)|maybe|perhaps|probably|possibly|presumably|mostly|partly|partially|almost|nearly|barely|hardly|guess|doubt\w*|think|likely|might|could|would|should|cannot|cant|isnt|wrong|me|told|says?|said|claims?|claimed|pretend\w*|withheld|pending|opposite|sarcas\w*|ironic\w*|kidding|jok\w*|lol|promot\w*|incit\w*|encourag\w*|bomb\w*|terror\w*|kill\w*|murder\w*|poison\w*|porn\w*|sexual\w*|racis\w*|extremis\w*|propaganda|instruct\w*|order\w*|ignor\w*|inject\w*|harm\w*|danger\w*|violat\w*|illegal\w*|risk\w*|hazard\w*|weapon\w*|threat\w*|explicit\w*|abus\w*|malicious\w*|toxic\w*|hate\w*|suicid\w*|crim\w*|nicht|nein|kein\w*|aber|jedoch|doch|gefahr\w*|ne|pas|mais|pero|peligro\w*|ma|pericol\w*|mas|perig\w*|niet|nee|geen|maar|gevaar\w*|ikke|inte|nie|ale|hayir|degil)\b|n['’]t\b/i;

const ENGLISH = /\b(?:the|this|that|is|are|it|my|of|and|in|for|with|here|about|assessment|verdict|content|message|text)\b/i;

/** Whether what stands around a verdict `safe` takes nothing back: short, English, without doubt, codes, figures or questions. */
export function isMereTalk(talk: string): boolean {
  const rest = talk.replace(NO_HARM, ' ').trim();
  if (talk.length > MAX_TALK || DOUBT.test(rest) || /[?{}[\]\d]|(?<![a-z])(?:un)?safe(?![a-z])|[^\p{ASCII}–—’…]/iu.test(rest)) return false;
  return (rest.match(/[a-z]+/gi) ?? []).length < 3 || ENGLISH.test(talk);
}

/** A model that will not judge, in the languages that models refuse in. */
const REFUSAL =
  /\b(?:i['’]?m (?:sorry|unable|not able)|i am (?:sorry|unable|not able)|i (?:can['’]?t|cannot|can not|won['’]?t|will not|must decline)|unable to (?:assist|help|comply|judge|evaluate)|as an ai|against my (?:guidelines|policy)|(?:es )?tut mir leid|ich kann (?:dabei|das|dir|ihnen|dies\w*|leider)?|je suis désolée?|je ne peux pas|lo siento|no puedo|mi dispiace|non posso|desculpe|lamento|não posso|het spijt me|ik kan)(?![\p{L}])|извините|не могу|抱歉|对不起|無法|无法|申し訳|できません|죄송|آسف|لا أستطيع|لا يمكنني|üzgünüm|przepraszam/iu;

export function isRefusal(reply: string): boolean {
  return REFUSAL.test(reply.slice(0, 1_000));
}
