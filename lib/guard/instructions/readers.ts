import { any, EDGE, END, pattern } from './pattern';
import { ARABIC, CHINESE, HINDI, INDONESIAN, JAPANESE, KOREAN, PERSIAN, TURKISH, VIETNAMESE } from './readers-asia';
import { ENGLISH, ENGLISH_ALONE } from './readers-english';
import { GERMANIC as GERMANIC_MORE } from './readers-germanic';
import { GREEK, HEBREW } from './readers-levant';
import { ROMANCE_NAMES } from './readers-romance';
import { SLAVIC_NAMES } from './readers-slavic';

/** Stands for an artificial reader, letter by letter, once `markReaders` has found them: in rules, as many as there are. */
export const READER = '(?<!¤)¤+(?!¤)';

/** People and firms who have to do with artificial intelligence, and are none. */
const NOT_A_MACHINE = String.raw`(?![ -](?:free\\b|lawn|mower|vacuum))(?![ -](?:generated|written|made|produced|created|translated)\b(?! (?:summar|answer|repl|respon|overview|digest|output|descri|translation|review|text\b)))(?!\s+(?:compan|startup|start-up|researcher|engineer|developer|enthusiast|expert|student|professional|vendor|team|lab|business|practition|user|writer|artist|beginner|skeptic|fan|leader|founder|provider|client|customer|firm|organi[sz]ation|scientist|consultant|specialist|trainer|editor|literate|newcomer|person|owner|maker|builder|investor|journalist|teacher|educator|nerd|curious|policy|ethic|safety|research|widget|button|window|icon|panel|modal|dialog|drawer|bubble|component|script|plugin|tab|section|menu|logo|avatar))`;
const KINDS = String.raw`(?:assistant\w*|asistentes?|assistenti?|assistentes?|agents?|agentes?|agenti|modeles?|modelos?|modelli|modello|systemes?|sistemas?|sistemi|robots?|bots?|outils?|herramientas?|strumenti|ferramentas?)`;
const GERMANIC = String.raw`(?:ki|ai|llms?|chatgpt|gpts?|claude|gemini|copilot|sprachmodelle?n?|taalmodel(?:len)?|sprakmodell(?:er)?|chatbots?|kunstliche intelligenz|assistent\w*)(?:[ -]?(?:assist?ent\w*|agent\w*|modell?\w*|system\w*|bots?|crawler|tools?|werkzeuge?|sprachmodell\w*|reviewer|gutachter))?`;
const ROMANCE = String.raw`(?:(?:${KINDS} )?(?:(?:d'|de |di |de la |del |da |dell')?(?:ia|ai|inteligencias? artificia(?:l|les|is)|intelligences? artificielles?|intelligenz[ae] artificial[ei]))${END}(?: (?:generative|generativa|conversationnelle))?|llms?|chatgpt|gpts?${END}|claude|gemini|copilot|chatbots?|(?:grand |grande |large )?(?:modeles?|modelos?|modelli|modello) (?:de |di |del )?(?:lang\w+|lengua\w*|linguag\w+|linguistic\w+|linguisti\w+)|${KINDS} (?:virtuels?|virtual(?:es|i)?|virtuale|automatiques?|automatizad[oa]s?|intelligents?|numeriques?|digitale?s?|digitali|virtuais|digitais|conversationnels?))`;
const RUSSIAN = String.raw`(?:(?:ии|ai|gpt|llm)(?:[ -]?(?:ассистент[^\s.,:;!?]*|помощник[^\s.,:;!?]*|агент[^\s.,:;!?]*|модел[^\s.,:;!?]*|бот[^\s.,:;!?]*|систем[^\s.,:;!?]*|чат-?бот[^\s.,:;!?]*|рецензент[^\s.,:;!?]*))?${END}|chatgpt|claude|gemini|нейросет[^\s.,:;!?]*|нейронн\S+ сет[^\s.,:;!?]*|языков\S+ модел[^\s.,:;!?]*|искусственн\S+ интеллект[^\s.,:;!?]*|чат-?бот[^\s.,:;!?]*|(?:виртуальн\S+|цифров\S+|голосов\S+|умн\S+) (?:ассистент[^\s.,:;!?]*|помощник[^\s.,:;!?]*)|штучн\S+ інтелект[^\s.,:;!?]*|ші(?:[ -]?(?:асистент[^\s.,:;!?]*|помічник[^\s.,:;!?]*|агент[^\s.,:;!?]*|модел[^\s.,:;!?]*))?${END}|мовн\S+ модел[^\s.,:;!?]*)`;
const POLISH = String.raw`(?:(?:asystent[^\s.,:;!?]*|agent[^\s.,:;!?]*|model[^\s.,:;!?]*|system[^\s.,:;!?]*|bot[^\s.,:;!?]*|narzedzi[^\s.,:;!?]*) (?:ai|si|jezykow\S+|sztucznej inteligencji|umele inteligence)|(?:ai|llm|chatgpt|gpt)${END}|sztuczn\S+ inteligencj[^\s.,:;!?]*|model[^\s.,:;!?]* jezykow[^\s.,:;!?]*|duz\S+ model[^\s.,:;!?]* jezykow[^\s.,:;!?]*|chatbot[^\s.,:;!?]*|wirtualn\S+ asystent[^\s.,:;!?]*|umel\S+ inteligenc[^\s.,:;!?]*|jazykov\S+ model[^\s.,:;!?]*|asistent[^\s.,:;!?]* (?:ai|umele inteligence)|claude|gemini|copilot)`;

/** Names of several words before those of one. */
const IN_WORDS = any(ENGLISH, SLAVIC_NAMES, ROMANCE_NAMES, GERMANIC_MORE, HINDI, HEBREW, GREEK, TURKISH, ARABIC, PERSIAN, INDONESIAN, VIETNAMESE, RUSSIAN, POLISH, ROMANCE, ENGLISH_ALONE, GERMANIC);
const READERS = pattern(EDGE, any(`${IN_WORDS}${END}`, CHINESE, JAPANESE, KOREAN), NOT_A_MACHINE);

/** Folded text with every artificial reader in it marked; nothing moves. */
export function markReaders(folded: string): string {
  return folded.replace(READERS.expression, (name) => '¤'.repeat(name.length)).replace(/¤(?:,? (?:and|or|und|oder|et|ou|y|e|o|en|of|och|и|или|и|i|і|та|й|a|lub|oraz) |,? )(?=¤)/g, (between) => '¤'.repeat(between.length));
}
