import { foldLetters } from './fold';
import type { Rule } from './rule';
import { ASIAN } from './rules/asian';
import { ENGLISH } from './rules/en';
import { GERMANIC } from './rules/germanic';
import { MARKUP } from './rules/markup';
import { FRENCH, IBERIAN, ITALIAN } from './rules/romance';
import { SLAVIC } from './rules/slavic';
import { SOUTHERN } from './rules/southern';

/**
 * Rules of one family, and letters without which none of them but orders and praise can match. One pass over a text that
 * holds none of these is all that most of a page costs; a test holds every rule's examples against them.
 */
interface Family {
  stems: RegExp;
  rules: readonly Rule[];
}

function family(rules: readonly Rule[], ...stems: readonly string[]): Family {
  return { stems: new RegExp(stems.map(foldLetters).join('|')), rules };
}

export const FAMILIES: readonly Family[] = [
  family(MARKUP, String.raw`<\|`, String.raw`\[\/?(?:inst|system|assistant|user)`, '<</?sys', String.raw`</?(?:system|assistant|user|human|developer|instruction|important|admin|prompt|tool|function|search|document|context|web|page|data|untrusted|llm|agent|hidden|ai|antml|start of|end of|bos|eos|article)`, String.raw`!\[`, '##', String.raw`(?:system|assistant|user|human|developer|admin|action|thought|override|message|directive)[^:>\]#*-]{0,24}[:>\]#*-]`, String.raw`["'](?:tool|function|action|name)`, String.raw`\b(?:tool|function|plugin|api|command)\b`, String.raw`[=/]\s?[{[<$]`, 'https?://'),
  family(ENGLISH, String.raw`\b(?:ai|llms?|gpts?|claude|gemini|copilot|perplexity|grok|mistral|deepseek|llama|qwen|bard|openai)\b`, 'chatgpt', String.raw`a\.i\.`, 'chat ?bot', 'artificial int', 'language model', String.raw`assistants?\b`, String.raw`\bagents?\b`, 'summari[sz]', 'machine', 'automated', 'instruct', 'prompt', 'directive', 'guideline', String.raw`\bignor`, 'disregard', String.raw`\bforget`, 'overrid', 'bypass', 'programming', 'guardrail', String.raw`\bthe user`, String.raw`user's`, String.raw`\b(?:user|human|visitor|reader|customer)s? (?:ask|request|want|has|is|need)`, String.raw`(?:tell|inform|advise|urge|convince|persuade|ask|warn|direct|encourage|show) (?:the|your|all|every) `, 'you are (?:now|an?|dan|free|no longer|not)', 'from (?:now on|this point|this moment|here on)', String.raw`\bas (?:if|though|an?|the)\b`, 'pretend', 'positive review', String.raw`\b(?:negative|weakness|flaws|shortcomings)`, 'recommend accept', String.raw`\b(?:remember|memori[sz]e)\b`, 'future (?:conv|cit|ans|chat|resp|ref|quer)', String.raw`(?:new|real|actual|true|next|updated) (?:task|goal|objective|job|mission|role)`, String.raw`\b(?:your|every|each|all|any|the) (?:\w+ )?(?:response|output|summary|answer|reply|repl|description)`, 'end of (?:the )?(?:page|doc|art|cont|text|user|data|inp|untr|web|sys)', 'conversation', 'chat (?:hist|log|so|tr)', 'password', 'credential', 'cookie', 'environment var', 'open tabs', 'do anything now', 'mode', 'restrict', 'refuse', String.raw`\babove\b`, String.raw`\b(?:commands|orders|directions|training|protocols?|constraints)\b`, 'that you', 'this (?:note|message|comment|text|request|sentence|command)', 'invisible', 'secret', 'context', 'silently', 'covertly', 'discreetly', 'quietly', 'without ', String.raw`(?:not|never|n't) (?:tell|inform|alert|notify|warn|let|mention|reveal)`, 'stay in char', 'i want you', 'role', 'persona', '(?:when|if|before|after|while|once|for|in) (?:you |asked )?(?:are )?(?:to )?(?:describ|process|pars|translat|evaluat|analy|crawl|scrap|rat|grad|answer|respond|assess|scor|ingest)', String.raw`hidden`, 'one-time', 'safety'),
  family(GERMANIC, 'ignorier', 'missacht', 'verg(?:iss|ess)', 'anweisung', 'instruktion', 'befehl', 'vorgaben', 'richtlinien', String.raw`\b(?:ki|ai|llms?|gpts?|chatgpt|claude|gemini|copilot)\b`, 'sprachmodell', 'kunstliche', 'assistent', 'chatbot', 'nutzer', 'leser', 'zusammenfass', 'auswert', 'analys', 'verarbeit', 'bewertung', 'antwort', 'ausgabe', 'ubersetz', 'begutacht', 'du bist', 'prompt', 'verlauf', 'passw', 'zugangs', 'regeln', 'kontext', 'negeer', 'negeren', 'vergeet', 'instructie', 'opdracht', 'samenvat', 'gebruiker', 'taalmodel', 'vertal', 'beoordel', 'verwerk', 'ignorera', 'sprakmodell', 'anvisning', 'glom'),
  family([...FRENCH, ...IBERIAN, ...ITALIAN], String.raw`\b(?:ia|ai|llms?|gpts?|chatgpt|claude|gemini|copilot)\b`, 'intelligen', 'inteligen', 'chatbot', 'assistant', 'asistente', 'assistent', 'prompt', 'instruc', 'istruzion', 'consigne', 'directives?', 'directri', 'diretri', 'indicac', 'indicazion', 'ordenes', 'orientac', 'regras', 'comando', 'oubli', 'olvid', 'esquec', 'dimentic', 'ignor', 'caso omiso', 'desconsider', 'utilisat', 'usuari', 'utilizador', 'utent', 'lecteur', 'lector', 'leitor', 'resum', 'riassu', 'synthe', 'sinte', 'sintes', 'analy[sz]', 'anali[sz]', 'repon', 'respond', 'respost', 'respuest', 'rispo', 'tradu', 'evalu', 'avali', 'valut', 'descri', 'decri', 'proces', 'trait', 'elabor', 'conversa', 'contrasen', 'senha', 'mots? de passe', 'credencia', 'cookie', 'modele', 'modelo', 'modell', 'tu es', 'eres', 'voce', 'ora sei', 'adesso sei', "d'ora in poi", 'a partir de (?:ahora|agora)', 'message', 'mensa', 'messaggio', 'cronologia', 'sortie', 'salida', 'agents?\\b', 'agentes?\\b'),
  family(SLAVIC, 'инструкц', 'указан', 'команд', 'правил', 'промпт', 'директив', 'распоряж', String.raw`(?<![\u0400-\u04FF])(?:ии|ші)(?![\u0400-\u04FF])`, 'нейро', 'языков', 'интеллект', 'чат-?бот', 'ассистент', 'помощник', 'пользовател', 'читател', 'человеку', 'забуд', 'ответ', 'отвеча', 'пересказ', 'резюм', 'обобщ', 'анализ', 'обработ', 'перевод', 'сводк', 'оцен', 'содержан', 'суммариз', 'парол', 'переписк', 'чата', 'диалог', 'игнорир', 'ігнор', 'інструкц', 'вказів', 'інтелект', 'мовн', 'теперь ты', 'ты теперь', 'отныне', 'с этого момента', 'ты больше', 'спрос', 'сообщени', 'instrukc', 'polece', 'wytyczn', 'inteligencj', 'jezykow', 'uzytkownik', 'czytelnik', 'pokyn', 'inteligenc', 'jazykov', 'uzivatel', 'zapom', 'asystent', 'jestes', 'od teraz', 'podsumow', 'streszcz', 'odpowied', 'prompt', 'shrn', 'nyni jsi', 'chatbot', String.raw`\bai\b`, 'ignoruj', 'tlumacz', 'przetwarz', 'regul', 'zasad'),
  family(SOUTHERN, 'yapay zek', 'talimat', 'yonerge', 'komut', 'istem', 'kullanici', 'dil model', 'bundan (?:sonra|boyle)', 'artik sen', 'simdi sen', 'unut', 'ozetle', 'ozeti', 'yanit', 'cevap', 'degerlendir', 'sohbet', 'تعليمات', 'اوامر', 'توجيه', 'ذكاء', 'نموذج', 'مستخدم', 'القارئ', 'تجاهل', 'انت الان', 'انس', 'من الان', 'قواعد', 'ارشاد', 'تلخيص', 'ملخص', 'اجاب', 'ردك', 'قراءة', 'تحليل', 'ترجمة', 'معالجة', 'الرد', 'محادثة', 'دستور', 'هوش', 'زباني', 'پرامپت', 'निर्देश', 'आदेश', 'एआई', 'मॉडल', 'कृत्रिम', 'उपयोगकर्ता', 'यूज़र', 'प्रॉम्प्ट', 'चैटबॉट', 'अब ', 'नियम', 'सारांश', 'उत्तर', 'जवाब', 'instruksi', 'perintah', 'petunjuk', 'kecerdasan', 'pengguna', 'abaikan', 'bahasa', 'mulai sekarang', 'sekarang kamu', 'tri tue', 'tro ly', 'ngon ngu', 'huong dan', 'chi dan', 'menh lenh', 'bo qua', 'chi thi', 'bay gio', String.raw`\b(?:ai|llm|gpt|chatgpt)\b`),
  family(ASIAN, '指令', '指示', '命令', '提示', '忽略', '无视', '無視', '忘', String.raw`[\u3040-\u9fff]\s?(?:ai|gpt|llm|chatgpt)`, String.raw`(?:ai|gpt|llm|chatgpt)\s?[\u3040-\u9fff\uac00-\ud7af]`, '人工', '语言模型', '語言模型', '大模型', '助手', '智能', '用户', '使用者', '读者', '系统', '系統', '扮演', '你现在', '你現在', '从现在', '從現在', '总结', '總結', '摘要', '概括', '回答', '回复', '聊天', '密码', '评审', '翻译', 'プロンプト', 'ルール', '言語モデル', 'チャットボット', 'アシスタント', 'エージェント', 'ユーザー', '利用者', 'あなたは', '今後は', 'これからは', '以降', '要約', '応答', '会話', '査読', '지시', '명령', '프롬프트', '지침', '무시', '인공', '언어 ?모델', '챗', '어시스턴트', '사용자', '이용자', '지금부터', '이제', '요약', '답변', '대화', '비밀번호', '규칙', '번역'),
];

/** Signs that say something only beside others. */
const TRAILING = new Set<Rule['sign']>(['order', 'praise']);
const split = (trailing: boolean) => (rules: readonly Rule[]) => rules.filter(({ sign }) => TRAILING.has(sign) === trailing);

const LEADING_RULES = FAMILIES.map(({ stems, rules }) => ({ stems, rules: split(false)(rules) }));

/** Every rule by which instructions to an assistant are known, each with what it must and must not find. */
export const RULES: readonly Rule[] = FAMILIES.flatMap(({ rules }) => rules);

/** Rules that only add to what others found. */
export const TRAILING_RULES: readonly Rule[] = split(true)(RULES);

/** Rules that may match the folded text, those aside that only add to others. */
export function leadingRules(folded: string): Rule[] {
  return LEADING_RULES.flatMap(({ stems, rules }) => (stems.test(folded) ? rules : []));
}
