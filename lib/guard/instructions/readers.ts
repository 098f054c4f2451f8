import { any, EDGE, END, pattern } from './pattern';
import { ENGLISH, ENGLISH_ALONE } from './readers-english';
import { GERMANIC as GERMANIC_MORE } from './readers-germanic';
import { ROMANCE_NAMES } from './readers-romance';
import { SLAVIC_NAMES } from './readers-slavic';

/** Stands for an artificial reader, letter by letter, once `markReaders` has found them: in rules, as many as there are. */
export const READER = '¤+';

/** People and firms who have to do with artificial intelligence, and are none. */
const NOT_A_MACHINE = String.raw`(?!\s+(?:compan|startup|start-up|researcher|engineer|developer|enthusiast|expert|student|professional|vendor|team|lab|business|practition|user|writer|artist|beginner|skeptic|fan|leader|founder|provider|client|customer|firm|organi[sz]ation|scientist|consultant|specialist|trainer|editor|literate|newcomer|person|owner|maker|builder|investor|journalist|teacher|educator|nerd|curious|policy|ethic|safety|research))`;
const KINDS = String.raw`(?:assistant\w*|asistentes?|assistenti?|assistentes?|agents?|agentes?|agenti|modeles?|modelos?|modelli|modello|systemes?|sistemas?|sistemi|robots?|bots?|outils?|herramientas?|strumenti|ferramentas?)`;
const GERMANIC = String.raw`(?:ki|ai|llms?|chatgpt|gpts?|claude|gemini|copilot|sprachmodelle?n?|taalmodel(?:len)?|sprakmodell(?:er)?|chatbots?|kunstliche intelligenz|assistent\w*)(?:[ -]?(?:assist?ent\w*|agent\w*|modell?\w*|system\w*|bots?|crawler|tools?|werkzeuge?|sprachmodell\w*|reviewer|gutachter))?`;
const ROMANCE = String.raw`(?:(?:${KINDS} )?(?:(?:d'|de |di |de la |del |da |dell')?(?:ia|ai|inteligencias? artificia(?:l|les|is)|intelligences? artificielles?|intelligenz[ae] artificial[ei]))${END}(?: (?:generative|generativa|conversationnelle))?|llms?|chatgpt|gpts?${END}|claude|gemini|copilot|chatbots?|(?:grand |grande |large )?(?:modeles?|modelos?|modelli|modello) (?:de |di |del )?(?:lang\w+|lengua\w*|linguag\w+|linguistic\w+|linguisti\w+)|${KINDS} (?:virtuels?|virtual(?:es|i)?|virtuale|automatiques?|automatizad[oa]s?|intelligents?|numeriques?|digitale?s?|digitali|virtuais|digitais|conversationnels?))`;
const RUSSIAN = String.raw`(?:(?:ии|ai|gpt|llm)(?:[ -]?(?:ассистент[^\s.,:;!?]*|помощник[^\s.,:;!?]*|агент[^\s.,:;!?]*|модел[^\s.,:;!?]*|бот[^\s.,:;!?]*|систем[^\s.,:;!?]*|чат-?бот[^\s.,:;!?]*|рецензент[^\s.,:;!?]*))?${END}|chatgpt|claude|gemini|нейросет[^\s.,:;!?]*|нейронн\S+ сет[^\s.,:;!?]*|языков\S+ модел[^\s.,:;!?]*|искусственн\S+ интеллект[^\s.,:;!?]*|чат-?бот[^\s.,:;!?]*|(?:виртуальн\S+|цифров\S+|голосов\S+|умн\S+) (?:ассистент[^\s.,:;!?]*|помощник[^\s.,:;!?]*)|штучн\S+ інтелект[^\s.,:;!?]*|ші(?:[ -]?(?:асистент[^\s.,:;!?]*|помічник[^\s.,:;!?]*|агент[^\s.,:;!?]*|модел[^\s.,:;!?]*))?${END}|мовн\S+ модел[^\s.,:;!?]*)`;
const POLISH = String.raw`(?:(?:asystent[^\s.,:;!?]*|agent[^\s.,:;!?]*|model[^\s.,:;!?]*|system[^\s.,:;!?]*|bot[^\s.,:;!?]*|narzedzi[^\s.,:;!?]*) (?:ai|si|jezykow\S+|sztucznej inteligencji|umele inteligence)|(?:ai|llm|chatgpt|gpt)${END}|sztuczn\S+ inteligencj[^\s.,:;!?]*|model[^\s.,:;!?]* jezykow[^\s.,:;!?]*|duz\S+ model[^\s.,:;!?]* jezykow[^\s.,:;!?]*|chatbot[^\s.,:;!?]*|wirtualn\S+ asystent[^\s.,:;!?]*|umel\S+ inteligenc[^\s.,:;!?]*|jazykov\S+ model[^\s.,:;!?]*|asistent[^\s.,:;!?]* (?:ai|umele inteligence)|claude|gemini|copilot)`;
const TURKISH = String.raw`(?:yapay zek[^\s.,:;!?]*(?: (?:asistan[^\s.,:;!?]*|model[^\s.,:;!?]*|ajan[^\s.,:;!?]*|sistem[^\s.,:;!?]*|arac[^\s.,:;!?]*|bot[^\s.,:;!?]*))?|(?:ai|llm|chatgpt|gpt)(?: (?:asistan[^\s.,:;!?]*|model[^\s.,:;!?]*))?${END}|(?:buyuk )?dil model[^\s.,:;!?]*|sohbet (?:bot[^\s.,:;!?]*|robot[^\s.,:;!?]*)|chatbot[^\s.,:;!?]*|(?:sanal|dijital) asistan[^\s.,:;!?]*)`;
const ARABIC = String.raw`(?:(?:[وف]?(?:ال|لل|ل|ب|بال)|يا )?(?:مساعد[^\s.,:;!?]*|نموذج|نماذج|وكيل|وكلاء|روبوت[^\s.,:;!?]*|نظام|انظمة|برنامج|برامج|ادوات|اداة)\s?(?:\S+ )?(?:ال)?(?:ذكاء|ذكي[^\s.,:;!?]*|لغوي[^\s.,:;!?]*|لغة|دردشة|افتراضي[^\s.,:;!?]*|اصطناعي[^\s.,:;!?]*|محادثة)(?: ال?اصطناعي[^\s.,:;!?]*)?|(?:ال|بال|لل)?ذكاء الا?اصطناعي|الذكاء الاصطناعي|chatgpt|gpt|llm|ai${END})`;
const PERSIAN = String.raw`(?:هوش مصنوع[^\s.,:;!?]*|مدل[^\s.,:;!?]* زبان[^\s.,:;!?]*|دستيار[^\s.,:;!?]* هوش[^\s.,:;!?]*(?: مصنوع[^\s.,:;!?]*)?|چت ?بات[^\s.,:;!?]*|دستيار[^\s.,:;!?]* مجاز[^\s.,:;!?]*|chatgpt|gpt|llm)`;
const HINDI = String.raw`(?:(?:ai|एआई|एआइ)(?:\s?(?:सहायक[^\s.,:;!?]*|असिस्टेंट[^\s.,:;!?]*|मॉडल[^\s.,:;!?]*|एजेंट[^\s.,:;!?]*|सिस्टम[^\s.,:;!?]*))?|कृत्रिम बुद्धिमत्ता|भाषा मॉडल[^\s.,:;!?]*|चैटबॉट[^\s.,:;!?]*|chatgpt|gpt|llm)`;
const INDONESIAN = String.raw`(?:(?:asisten|model|agen|sistem|bot|alat) (?:ai|kecerdasan buatan|bahasa(?: besar)?|virtual)|kecerdasan buatan|(?:ai|llm|chatgpt|gpt)${END}|chatbot|model bahasa(?: besar)?)`;
const VIETNAMESE = String.raw`(?:tro ly (?:ai|ao|tri tue nhan tao)|tri tue nhan tao|mo hinh ngon ngu(?: lon)?|(?:ai|llm|chatgpt|gpt)${END}|chatbot)`;
const CHINESE = '(?:ai(?![a-z])|人工智能|人工智慧|大?语言模型|大?語言模型|大模型|chatgpt|gpt|llm|聊天机器人|聊天機器人|智能助手|智慧助理|智能体|虚拟助手|文心|通义|豆包|deepseek)';
const JAPANESE = '(?:ai(?![a-z])|人工知能|大?規?模?言語モデル|chatgpt|gpt|llm|チャットボット|アシスタント|エージェント|生成ai|要約(?:ツール|ボット|システム))';
const KOREAN = '(?:ai(?![a-z])|인공 ?지능|언어 ?모델|chatgpt|챗gpt|챗지피티|llm|챗봇|어시스턴트|에이전트|비서|생성형 ai)';

/** Names of several words before those of one. */
const IN_WORDS = any(ENGLISH, SLAVIC_NAMES, ROMANCE_NAMES, GERMANIC_MORE, HINDI, TURKISH, ARABIC, PERSIAN, INDONESIAN, VIETNAMESE, RUSSIAN, POLISH, ROMANCE, ENGLISH_ALONE, GERMANIC);
const READERS = pattern(EDGE, any(`${IN_WORDS}${END}`, CHINESE, JAPANESE, KOREAN), NOT_A_MACHINE);

/** Folded text with every artificial reader in it marked; nothing moves. */
export function markReaders(folded: string): string {
  return folded.replace(READERS.expression, (name) => '¤'.repeat(name.length)).replace(/¤(?:,? (?:and|or|und|oder|et|ou|y|e|o|en|of|och|и|или|и|i|і|та|й|a|lub|oraz) |,? )(?=¤)/g, (between) => '¤'.repeat(between.length));
}
