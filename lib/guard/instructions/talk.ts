/** Whether a text speaks about such instructions rather than giving one. */

const MATTER =
  /prompt[- ]?inject\w*|(?:memory|recommendation)[- ]poison\w*|jailbr(?:ea|o)k\w*|prompt[- ]?(?:leak|hack|hijack|exfiltrat)\w*|(?:hidden|malicious|adversarial|injected|invisible|secret|embedded) (?:ai )?(?:prompts?|instructions|commands)|llm[- ]?(?:security|attack\w*|0?1\b)|owasp|red[- ]?team\w*|(?:ai|llm|chatbot|agent|model) (?:security|vulnerabilit\w+|guardrails?|safety)|(?<!\b(?:your|ur|its) (?:\w+ )?)system[- ]?prompts?|prompt[- ]?(?:engineering|library|templates?)|data exfiltration|inyeccion(?:es)? de (?:prompts?|instrucciones)|injections? (?:de|d') ?(?:prompts?|invites?|instructions)|prompt[- ]?injektion\w*|eingeschleuste \w+|versteckte (?:anweisung|prompt|befehl)\w*|injecao de (?:prompts?|comandos)|instrucciones ocultas|instructions cachees|istruzioni nascoste|instrucoes ocultas|промпт[- ]?(?:инъекци|инжек)\S*|(?:инъекци|инжекц)\S+ (?:промпт|подсказ)\S*|скрыт\S+ (?:инструкц|промпт|команд)\S*|提示(?:词|詞|语)?注入|注入攻击|越狱|プロンプト・?インシ?゙?ェクション|プロンプトインジェクション|脱獄|프롬프트 ?인젝션|탈옥|حقن (?:ال)?(?:اوامر|تعليمات|موجهات|مطالبات|برومبت)|prompt enjeksiyon\w*|(?:zlosliw|ukryt|niewidoczn)\w+ (?:prompt|instrukcj|polece)\w*|(?:verborgen|onzichtbare) (?:instructies|opdrachten|prompts?|bevelen)|dolda (?:instruktioner|prompter)|unsichtbare (?:anweisung|befehl|prompt)\w*|(?:instrucciones|ordenes) invisibles|instrucoes invisiveis|(?:instructions|consignes) invisibles|istruzioni invisibili|injecao indireta|inyeccion indirecta|gizli (?:komut|talimat|istem)\w*|(?:perintah|instruksi) tersembunyi|injeksi (?:prompt|perintah)|(?:lenh|chi dan|chi thi) an (?:trong|danh|cho)|tiem (?:prompt|nhac|loi nhac)|隐[藏形](?:的)?(?:指令|提示词)|隠された(?:指示|命令)|見えない(?:指示|命令)|(?:보이지 않는|숨겨진|숨은) (?:명령|지시|프롬프트)|(?:تعليمات|اوامر) (?:مخفية|خفية)|(?:دستور(?:هاي|ات)?|فرمان(?:هاي)?) (?:پنهان|مخفي|نامرئي)|تزريق (?:پرامپت|دستور|اعلان)|छि?पे (?:हुए )?(?:निर्देश|आदेश)|(?:inserted|planted|smuggled) (?:ai )?(?:instructions?|prompts?)|instructions? (?:was|were|is|are) (?:inserted|planted|injected)|(?:training|testing|evaluating|train|test|evaluate)(?: (?:and|or) \w+)? (?:prompt )?(?:filters|detectors|classifiers)|inject(?:ed|ion)-\w+|eingefugte\w* (?:anweisung|instruktion)\w*|trainieren und \w+ von (?:filtern|detektoren)|instructions? (?:inseree|injectee)s?|entrainer et \w+ (?:des|les) (?:filtres|detecteurs)|instruccion(?:es)? (?:insertad|inyectad)as?|entrenar y \w+ (?:los )?(?:filtros|detectores)|istruzion[ei] inserit[ae]|instruc(?:ao|oes) inserid[ao]s?|(?:вставлен|внедренн)\S* инструкц\S*|вставлена инструкция|обучения и \S+ (?:фильтр|детектор)\S*|(?:植入|插入)(?:了|的)?(?:指令|提示)|训练和评估(?:过滤器|检测器)|挿入された指示|삽입된 지시|प्रॉम्प्ट इंजेक्शन/g;

/** Words near which an instruction is shown, told of or warned of. */
const SHOWN =
  /<\w+ (?:style|hidden|class)=|\b(?:attack(?:er|ers|s|ed|ing)?|malicious|phishing|vulnerab\w+|adversar\w+|exploit\w*|payloads?|(?<![.@\w-])examples?|for instance|such as|e\.g\.|screenshots?|demonstrat\w+|researchers?|trick(?:ed|s|ing)?|inject\w*|jailbreak\w*|detect(?:s|ed|ion|ing|or)?|filters? (?:for|out)|blocklist|meme|joke|t-?shirts?|stickers?|mugs?|poster|slogan|titled|entitled|chapter|episode|talk|podcast|song|novel|proof of concept|poc|test case|spoof\w*|scam\w*|victims?|hackers?|beispiel\w*|angriff\w*|angreifer\w*|exemples?|attaquants?|attaques?|ejemplos?|ataques?|atacantes?|esemp\w+|attacc\w+|exemplos?|voorbeeld\w*|aanval\w*|przyklad\w*|atak\w*|ornek\w*|saldir\w+)\b|пример|атак|злоумышлен|хакер|攻击|攻擊|攻撃|例如|例えば|示例|공격|예시|예를 들어|هجوم|مثال|المهاجم|उदाहरण|हमल/;

/** What a sentence says before it reports what somebody was brought to do, however much of it: "it asked the agent to open … and copy". */
const REPORTS = /(?:^|[\s(])(?:had |has |have |was |were )?(?:asked|told|instructed|tricked|convinced|persuaded|made|got|led) (?:it|them|the [a-z-]+|an? [a-z-]+)(?: [a-z-]+)? (?:to|into) [^.!?]{0,90}$/;

/** What a sentence says before it tells what somebody else said or typed. */
const TELLS =
  /(?:such as|like|for (?:example|instance),?|(?:we|i|they) (?:saw|found|put|added|pasted|tried|tested)|zum beispiel|par exemple|por e[jx]emplo|per esempio|bijvoorbeeld|na przyklad|ornegin|e\.g\.,?|phrases?|saying|says?|said|reads?|read|called|titled|entitled|named|commands?|words?|wrote|typed|types|typing|injects?|injected|injecting|contain(?:s|ed|ing)?|includes?|included|including|telling|tells|told (?:it|them|the \w+)|instruct(?:s|ed|ing) \S+(?: \S+){0,3}|ask(?:s|ed|ing) \S+(?: \S+){0,2}|tricked into|writes?|writing|wie|etwa|lautet|schrieb\w*|comme|disant|como|dice|diciendo|come|вроде|например|типа|如|比如|といった|のような|같은|مثل|جیسے|जैसे|نوشته بود|ميگويند|ميگفت|كتب|يقول|लिखा(?: था| मिला)?|schreib(?:t|en)|ecri(?:t|s|vent|re)|escrib(?:e|en|io|ir)|escrev(?:e|em|eu|er)|scriv(?:e|ono|ere)|scritto|schrij(?:ft|ven)|skriv(?:er|it)|pis(?:ze|zesz|za|al)|napisal\w*|napise\w*|пиш\S*|написал\S*|написав|напиш\S*|yazd[iı]\w*|yazar\S*|yazida|menulis|berbunyi|viet|ghi|εγραφε|ελεγε|λεει|כתב\S*|כתוב|אמר\S*|写|写道|说|書いて|言って|入力)(?: كه| ان| कि)?(?: هر| اي)? ?[:,-]? ?(?:to )?["'“”„«»‹›「『(]?$/;

/** Artificial intelligence by any of its names. */
const TECHNICAL =
  /\b(?:ai|ki|ia|llms?|gpt\S*|chatgpt|chat ?bots?|language models?|prompts?|openai|anthropic|sprachmodelle?|modelos? de lenguaje|modeles? de langage)\b|искусственн\S+ интеллект|нейросет|языков\S+ модел|人工智能|大模型|语言模型|人工知能|言語モデル|인공지능|언어 모델|الذكاء الاصطناعي|هوش مصنوعي|कृत्रिम बुद्धिमत्ता|yapay zeka|kecerdasan (?:buatan|artifisial)|tri tue nhan tao|sztuczn\S+ inteligencj|(?:inteligencia|intelligence|intelligenza) artifi\w+|kunst(?:liche|matige) intelligen\w+|чат-?бот|聊天机器人|チャットボット|챗봇|روبوت\S* (?:ال)?(?:دردشة|محادثة)|चैटबॉट/g;

const ENOUGH = 40;

/** Times that a text names the matter. Folded text. */
export function countMatter(folded: string): number {
  return countUpTo(MATTER, folded);
}

/** Times that a text names artificial intelligence. Folded text. */
export function countTechnical(folded: string): number {
  return countUpTo(TECHNICAL, folded);
}

function countUpTo(pattern: RegExp, folded: string): number {
  pattern.lastIndex = 0;
  let count = 0;
  while (count < ENOUGH && pattern.test(folded)) count++;
  return count;
}

const REACH = 160;

/** Whether a passage around a match warns of it or shows it. */
export function isShown(folded: string, start: number, end: number): boolean {
  return SHOWN.test(folded.slice(Math.max(0, start - REACH), start)) || SHOWN.test(folded.slice(end, end + REACH)) || countMatter(folded.slice(Math.max(0, start - REACH), end + REACH)) > 0;
}

/** Whether what stands there is what somebody else is said to have said. */
export function isTold(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  return TELLS.test(before.slice(-60)) || REPORTS.test(before);
}

const PAIRS: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '»': '«', '‹': '›', '「': '」', '『': '』', '”': '”', '"': '"', '״': '״' };

/** What people are told to say to a voice assistant. */
const TO_SAY = /\b(?:say|saying|says|try|just say|with)[:,]? ?["“'«]$/;

export function isToSay(folded: string, start: number): boolean {
  return TO_SAY.test(folded.slice(Math.max(0, start - 12), start));
}

/** What assistants offer to those who use them, and how they introduce themselves: a chat window speaks so, and no order does. */
const OFFER =
  /how (?:can|may) (?:i|we) help|\bi (?:can|could|will|'ll) (?:\w+ )?(?:help|assist)|happy to help you|\bask me\b|frag(?:en sie)? mich|wie kann ich|pregunt\w+me|en que puedo ayud|posez[- ]moi|comment puis-je|como posso ajud|pergunt\w+[- ]me|come posso aiut|chied\w+mi|waarmee kan ik|czym mog[ae] (?:ci |panu |pani )?pomoc|чем (?:я )?могу (?:вам )?помочь|чим (?:я )?можу|nasil yardim|كيف (?:يمكنني|استطيع|اقدر) |چطور (?:ميتوانم|مي توانم)|お手伝い|ご質問|무엇을 도와|도와드릴|什么可以帮|什麼可以幫|有什么问题|मदद (?:कर|कैसे)/;
const SELF = /(?:\bi'?m|\bi am|\bich bin|\bje suis|\bsoy|\bsono|\b(?:eu )?sou|\bik ben|\bjag ar|\bjestem|\bjsem|\bben|(?<![\u0400-\u04FF])я|انا|मैं|हूँ|我是|저는|나는|私は|わたしは)[^.!?;:]{0,24}$/;

/** Whether the reader that is named there introduces itself, or offers help. */
export function isSelf(folded: string, named: number, end: number): boolean {
  if (named === -1 || named >= end) return false;
  return SELF.test(folded.slice(Math.max(0, named - 32), named)) || OFFER.test(folded.slice(Math.max(0, named - 40), end + REACH));
}

/** Whether help is offered behind some words. */
export function isOffer(folded: string, end: number): boolean {
  return OFFER.test(folded.slice(Math.max(0, end - 8), end + REACH / 2));
}

/** Where the quotation opens that holds what stands there; `inWhole`: also one that is the whole text. */
export function findQuotation(folded: string, start: number, inWhole = false): number | undefined {
  let open: { closers: string; at: number } | undefined;
  for (let at = Math.max(0, start - 600); at < start; at++) {
    const letter = folded[at] ?? '';
    // A Hebrew mark of quotation stands in abbreviations, too.
    if (letter === '״' && /[א-ת]/.test(folded[at - 1] ?? '') && /[א-ת]/.test(folded[at + 1] ?? '')) continue;
    if (open?.closers.includes(letter)) open = undefined;
    else if (!open && letter in PAIRS) open = { closers: PAIRS[letter] ?? '', at };
  }
  if (!open) {
    const isOpen = / '[^']{0,60}$/.test(folded.slice(Math.max(0, start - 62), start)) && /^[^']*'(?:[\s.,;:!?)।\uAC00-\uD7AF]|$)/.test(folded.slice(start, start + 300));
    return isOpen ? folded.lastIndexOf("'", start - 1) : undefined;
  }
  const { closers, at } = open;
  const close = [...closers].map((closer) => folded.indexOf(closer, start)).filter((end) => end >= 0);
  if (close.length === 0) return undefined;
  return inWhole || at > 1 || Math.min(...close) < folded.length - 2 ? at : undefined;
}

/** Whether what stands there is quoted. */
export function isQuoted(folded: string, start: number): boolean {
  return findQuotation(folded, start) !== undefined;
}

/** What a page forbids to crawlers and to those who train models, or offers them. */
const NOTICE =
  /\b(?:train(?:ing|ed)?|scrap(?:e|ing)|crawl(?:ing)?|reproduc\w+|text and data mining|licen[cs]ed?(?: under|s? terms| fees?| agreement)|copyright|llms\.txt|robots\.txt|noindex|nofollow|sitemap|cached copy|crawl[- ]delay|markdown|\S+\.md|machine-readable|honeypot|captcha|(?:are|being) (?:a )?human|submit (?:this|the) form|(?:leave|keep) (?:this|it|the) (?:\w+ )?(?:blank|empty)|(?:fill in|fill out|complete) (?:this|the) (?:field|box|form))\b|trainieren|urheberrecht|entrainement|entrenamiento|entrenar|addestra\w+|treinamento|فهرسة|اموزش (?:مدل|هوش)|индексир|обучени|训练|訓練|学習|학습|تدريب/;

/** Whether a passage tells machines whether they may read and copy, not what to say. */
export function isNotice(folded: string, start: number, end: number): boolean {
  return NOTICE.test(folded.slice(Math.max(0, start - REACH), end + REACH));
}

/** Keywords of a page: five or more, none of them a sentence. */
const FEWEST_KEYWORDS = 5;
const KEYWORD = /^\s*[^\s.!?:;]+(?:\s[^\s.!?:;]+){0,2}\s*$/;

/** Whether a text is a list of keywords, in which nobody is called. */
export function isKeywords(folded: string): boolean {
  const keywords = folded.split(/[,،、，]/);
  return keywords.length >= FEWEST_KEYWORDS && keywords.every((keyword) => KEYWORD.test(keyword));
}
