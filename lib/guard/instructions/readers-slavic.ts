import { any } from './pattern';

/** The rest of a word, in whichever case. */
const E = String.raw`[^\s.,:;!?]*`;

const RU_IS = String.raw`(?:ассистент|помощник|агент|бот|чат-?бот|модел|систем|алгоритм|программ|рецензент|переводчик|читател|модератор|краулер|поисковик|оценщик|робот(?!и(?![а-яіїєґ]))|парсер|сервис|инструмент|редактор|проверяющ|учител|корректор|скринер)${E}`;
const RUSSIAN = any(
  `ии(?:[ -]?${RU_IS})?`, `(?:ai|gpt|llm)[ -]?${RU_IS}`, `(?:ассистент|агент|помощник|рецензент|учител|бот|робот|систем|сервис|модел|инструмент|редактор|модератор|переводчик|поисковик)${E}[- ](?:с |на базе |на основе )?(?:ии|ai|искусственн${E} интеллект${E})`,
  `(?:чат-?бот|бот-|нейросет|нейронк)${E}`, `нейронн${E} сет${E}`, `(?:больш${E} )?языков${E} модел${E}`, `искусственн${E} интеллект${E}`, `(?:виртуальн|цифров|голосов|умн|автоматическ|автоматизированн|машинн|поисков|интеллектуальн|электронн)${E} (?:${RU_IS})`, `(?:бот|робот|ассистент|помощник|агент|рецензент)${E}-(?:рекрутер|оценщик|пересказчик|рецензент|переводчик|модератор|робот|покупател)${E}`, `рецензент${E}-робот${E}`, `(?:ассистент|агент)${E}-[^\\s.,:;!?]+|ассистент${E} по (?:покупкам|коду|программированию)`, `систем${E} (?:автоматическ${E} )?(?:отбора кандидатов|отбора резюме|отбора персонала|отбора|подбора|скоринга|найма|модерации|оценки|искусственн${E} интеллект${E})`, `суммаризатор${E}`,
);
export const RUSSIAN_MACHINES = any(RUSSIAN, RU_IS, `машин(?:а|е|у|ы|ой|ам|)`, 'chatgpt', 'gpt', 'llm', 'ai', 'алиса', 'gemini', 'claude');

const UK_IS = String.raw`(?:асистент|помічни[кц]|агент|бот|чат-?бот|модел|систем|алгоритм|програм|рецензент|перекладач|читач|модератор|краулер|пошуковик|робот(?=(?:а|ам|ів|е|ові|ом|)(?![а-яіїєґ]))|парсер|сервіс|інструмент|перевіряльник|детектор|оглядач)${E}`;
const UKRAINIAN = any(
  `ші(?:[ -]?${UK_IS})?`, `(?:ai|gpt|llm)[ -]?${UK_IS}`, `${UK_IS}[- ](?:зі |на базі |на основі )?(?:ші|ai|штучн${E} інтелект${E})`, `чат-?бот${E}`, `нейро(?:мереж|нк)${E}`, `(?:велик${E} )?мовн${E} модел${E}`, `штучн${E} інтелект${E}`, `(?:віртуальн|цифров|голосов|розумн|автоматичн|автоматизован|машинн|пошуков|рекрутингов|торгов|банківськ|туристичн)${E} ${UK_IS}`, `(?:перекладач|модератор|рецензент)${E}-(?:бот|ші|робот)${E}`, `систем${E} (?:відбору|добору|найму|модерації|оцінювання)(?: резюме)?`,
);
export const UKRAINIAN_MACHINES = any(UKRAINIAN, UK_IS, 'ai', 'llm', 'gpt', 'chatgpt', `машин(?:а|о|і|и|у|ою|ам|)`);

const PL_IS = String.raw`(?:asyste(?:nt|nci)|agen(?:t|ci)|model|system|bot|robot|narzedzi|program|recenzen(?:t|ci)|tlumacz|czytnik|czytelni[kc]|moderator|crawler|algorytm|wyszukiwar[kc]|detektor|streszczacz|parser|oceniajac)${E}`;
const POLISH = any(
  `${PL_IS} (?:\\S+ ){0,3}?(?:ai|si|jezykow${E}|sztuczn${E} inteligencj${E})`, `(?:ai|llm|chatgpt|gpt)-?(?:ow|em|om|ach)`, `(?:ai|llm)[- ]${PL_IS}`, `sztuczn${E} inteligencj${E}`, `(?:duz${E} |wielki${E} )?model${E} jezykow${E}`, `chat-?bot${E}|chatboci${E}`, 'bot(?:y|ow|om|ami|ach)', 'asystencie(?: (?:programist|zakup)[^\\s.,:;!?]*)?', `(?:wirtualn|cyfrow|automatyczn|zautomatyzowan|glosow|inteligentn|autonomiczn|zakupow|rekrutacyjn|maszynow|kodujac)${E} ${PL_IS}`, `(?:asystent|asystenc|agen[tc]|bot|robot|system)${E} (?:glosow|zakupow|rekrutacyjn|moderujac|kodujac|automatyczn|wirtualn|cyfrow|autonomiczn|konwersacyjn|selekcyjn|oceniajac)${E}`, `(?:recenzent|tlumacz|czytelni[kc]|czytnik|moderator)${E} automatyczn${E}`, `siec${E} neuronow${E}|sieci neuronow${E}`, `(?:system|narzedzi|program)${E} (?:do )?(?:rekrutacji|selekcji|oceny|streszczania|podsumowywania|moderacji|tlumaczenia)`,
);
export const POLISH_MACHINES = any(POLISH, PL_IS, 'ai', 'llm', 'chatgpt', 'gpt', `maszyn(?:a|o|y|ie|om)`);

const CS_IS = String.raw`(?:asisten[tc]|agen[tc]|model|system|bot|robot|nastroj|program|recenzen[tc]|preklada[dc]|ctenar|moderator|crawler|algoritm|vyhledavac)${E}`;
const CZECH = any(
  `${CS_IS} (?:\\S+ ){0,2}?(?:ai|umel${E} inteligenc${E})`, `ai[- ]${CS_IS}`, `umel${E} inteligenc${E}`, `(?:velk${E} )?jazykov${E} model${E}`, `chat-?bot${E}`, `(?:virtualni|digitalni|automatick|automatizovan|hlasov|inteligentni|autonomni|nakupni|naborov|strojov|moderujici)${E} ${CS_IS}`, `neuronov${E} sit${E}`,
);
export const CZECH_MACHINES = any(CZECH, CS_IS, 'ai', 'llm', 'stroj[ie]?');

export const SLAVIC_NAMES = any(RUSSIAN, UKRAINIAN, POLISH, CZECH);
